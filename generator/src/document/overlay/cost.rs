//! How many values are looked at for a part of a path, at most.

use super::path::{Kind, Segment, Selector, Test};

/// A number that grows with how much there is below a value.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Cost {
    fixed: u64,
    /// For everything below it, and itself.
    each: u64,
}

impl Cost {
    const ONE: Self = Self { fixed: 1, each: 0 };
    const ALL: Self = Self { fixed: 0, each: 1 };

    /// For a value with so much below it.
    pub(super) fn at(self, size: u64) -> u64 {
        self.each.saturating_mul(size).saturating_add(self.fixed)
    }

    /// Whether it matters how much is below a value.
    pub(super) fn grows(self) -> bool {
        self.each > 0
    }

    fn plus(self, other: Self) -> Self {
        Self {
            fixed: self.fixed.saturating_add(other.fixed),
            each: self.each.saturating_add(other.each),
        }
    }

    fn times(self, factor: u64) -> Self {
        Self {
            fixed: self.fixed.saturating_mul(factor),
            each: self.each.saturating_mul(factor),
        }
    }
}

/// How large a description is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Extent {
    /// How much is in it.
    pub(super) size: u64,
    /// How deep it is nested, from 1.
    pub(super) depth: u64,
}

/// What the steps `path` look at from one value on.
pub(super) fn of<'a>(path: impl IntoIterator<Item = &'a Segment<'a>>, whole: Extent) -> Cost {
    let mut nodes = Nodes {
        count: Cost::ONE,
        inner: Cost::ALL,
        sizes: Cost::ALL,
    };
    let mut cost = Cost::ONE;
    for segment in path {
        if segment.descends {
            // Everything is looked at once for each value above it.
            nodes.count = nodes.sizes;
            nodes.inner = nodes.sizes;
            nodes.sizes = nodes.sizes.times(whole.depth);
            cost = cost.plus(nodes.count);
        }
        let mut found = Nodes::default();
        for selector in &segment.selectors {
            let (selected, looked) = nodes.select(selector, whole);
            found = found.plus(selected);
            cost = cost.plus(looked);
        }
        cost = cost.plus(found.count);
        nodes = found;
    }
    cost
}

/// What has been selected, which may be the same more than once.
#[derive(Debug, Clone, Copy, Default)]
struct Nodes {
    count: Cost,
    /// How many values there are right in them.
    inner: Cost,
    /// How much is in all of them together, at any depth.
    sizes: Cost,
}

impl Nodes {
    /// What is selected in them, and what is looked at for that.
    fn select(self, selector: &Selector<'_>, whole: Extent) -> (Self, Cost) {
        let children = Self {
            count: self.inner,
            ..self
        };
        match &selector.kind {
            Kind::One => (self, Cost::default()),
            Kind::All => (children, Cost::default()),
            Kind::Filter(tests) => {
                let looked = tests.iter().map(|test| children.each(tested(test, whole)));
                (children, looked.fold(Cost::default(), Cost::plus))
            }
        }
    }

    /// What is looked at if this is looked at in each of them.
    fn each(self, cost: Cost) -> Cost {
        self.count
            .times(cost.fixed)
            .plus(self.sizes.times(cost.each))
    }

    fn plus(self, other: Self) -> Self {
        Self {
            count: self.count.plus(other.count),
            inner: self.inner.plus(other.inner),
            sizes: self.sizes.plus(other.sizes),
        }
    }
}

fn tested(test: &Test<'_>, whole: Extent) -> Cost {
    let fixed = |fixed| Cost { fixed, each: 0 };
    match test {
        Test::Inside(path) => of(path, whole),
        Test::Whole(path) => fixed(of(path, whole).at(whole.size)),
        Test::All => Cost::ALL,
        Test::AllOfWhole => fixed(whole.size),
        Test::Pattern(weight) => Cost {
            fixed: *weight,
            // The longer the pattern, the longer it takes to go through a text with it.
            each: weight / 1_000,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::path::segments;
    use super::*;

    /// What a path looks at in a description with a thousand values, ten deep.
    fn cost(path: &str) -> u64 {
        let whole = Extent {
            size: 1_000,
            depth: 10,
        };
        of(&segments(path), whole).at(whole.size)
    }

    #[test]
    fn what_is_selected_by_names_costs_little() {
        assert_eq!(cost("$"), 1);
        assert_eq!(cost("$.a.b[0]"), 4);
        assert_eq!(cost("$.a['b', 'c']"), 4);
    }

    #[test]
    fn what_is_below_is_looked_at() {
        assert_eq!(cost("$.*"), 1_001);
        assert_eq!(cost("$..a"), 2_001);
        assert_eq!(cost("$[?@.a]"), 1_001 + 2_000);
        assert_eq!(cost("$..[?@.a]"), 2_001 + 2_000);
        // What is compared is compared as a whole, and whatever is ten deep is in nine others.
        assert_eq!(cost("$..[?@.a == $.b]"), 2_001 + 4_000 + 10_000);
    }

    #[test]
    fn what_multiplies_costs_much() {
        assert!(cost("$..*..*..*..*") > 1_000_000);
        assert!(cost("$..[?@..a]") > 10_000);
        assert!(cost("$..[?@..[?@..a]]") > 100_000);
        assert!(cost("$..[?$..a]") > 1_000_000);
        assert!(cost("$..[?$..[?$..a]]") > 1_000_000_000);
        assert!(cost("$..[?$.a == $.b]") > 1_000_000);
        assert!(cost("$..[?length($.a) > 1]") > 1_000_000);
        assert!(cost("$[?@[*,*,*,*][*,*,*,*][*,*,*,*]]") > 64_000);
        assert!(cost("$[?match(@.a, '\\\\w{1000}')]") > 1_000_000_000);
        let brackets = "[*,*]".repeat(100);
        assert_eq!(cost(&format!("$[?@{brackets}]")), u64::MAX);
    }
}
