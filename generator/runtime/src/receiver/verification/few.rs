//! A list that is short.

/// A list of which the first `N` elements take no allocation.
pub(super) struct Few<T, const N: usize> {
    first: [Option<T>; N],
    more: Vec<T>,
    length: usize,
}

impl<T, const N: usize> Few<T, N> {
    pub(super) fn new() -> Self {
        Self {
            first: std::array::from_fn(|_| None),
            more: Vec::new(),
            length: 0,
        }
    }

    pub(super) fn push(&mut self, element: T) {
        match self.first.get_mut(self.length) {
            Some(place) => *place = Some(element),
            None => self.more.push(element),
        }
        self.length += 1;
    }

    /// The elements, in the order in which they came.
    pub(super) fn iter(&self) -> impl Iterator<Item = &T> {
        let first = self.first.iter().take(self.length).flatten();
        first.chain(&self.more)
    }
}

#[cfg(test)]
mod tests {
    use super::Few;

    #[test]
    fn elements_stay_in_order() {
        let mut few = Few::<usize, 2>::new();
        for length in 0..5 {
            assert!(few.iter().copied().eq(0..length));
            few.push(length);
        }
    }
}
