//! Pages that lead round in a circle.

/// Finds out that a way leads round in a circle, by two places of it: however long the way is, it
/// takes no more memory (R. P. Brent, "An improved Monte Carlo factorization algorithm", 1980).
#[derive(Default)]
pub(super) struct Trail {
    last: Option<String>,
    kept: Option<String>,
    since: usize,
    wait: usize,
}

impl Trail {
    /// Goes on to `place`; `false` if one was there before. That is found out at once of the place
    /// that one comes from, and of others before the circle has been gone round three times.
    pub(super) fn goes_on(&mut self, place: &str) -> bool {
        let known = [&self.last, &self.kept];
        if known.into_iter().flatten().any(|known| known == place) {
            return false;
        }
        if self.since == self.wait {
            self.kept = Some(place.to_owned());
            self.wait = self.wait.saturating_mul(2).max(1);
            self.since = 0;
        }
        self.since += 1;
        self.last = Some(place.to_owned());
        true
    }
}

#[cfg(test)]
mod tests {
    use super::Trail;

    /// How many steps are gone of a way that leads from `start` places into a circle.
    fn steps(start: usize, circle: usize) -> usize {
        let mut trail = Trail::default();
        let place = |step: usize| match step.checked_sub(start) {
            Some(inside) => start + inside % circle,
            None => step,
        };
        let mut way = (0..).map(place);
        (0..100_000)
            .find(|_| !trail.goes_on(&way.next().unwrap().to_string()))
            .unwrap()
    }

    #[test]
    fn every_circle_ends() {
        for start in 0..20 {
            assert_eq!(steps(start, 1), start + 1);
            for circle in 2..20 {
                let gone = steps(start, circle);
                assert!(gone <= 3 * (start + circle), "{start}, {circle}: {gone}");
            }
        }
    }

    #[test]
    fn a_way_without_a_circle_goes_on() {
        let mut trail = Trail::default();
        assert!((0..10_000).all(|step| trail.goes_on(&step.to_string())));
    }
}
