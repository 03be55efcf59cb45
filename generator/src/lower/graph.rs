//! Which types lead to which.

use crate::api::{Type, TypeId};

/// The named types that a value of `ty` holds in itself, neither in a list nor in a map.
pub(super) fn direct(ty: &Type) -> Vec<TypeId> {
    match ty {
        Type::Named(id) => vec![*id],
        Type::Nullable(inner) => direct(inner),
        Type::Tuple(tuple) => tuple.elements.iter().flat_map(direct).collect(),
        _ => Vec::new(),
    }
}

/// For each node a number that it shares with those that lead to it and to which it leads, and
/// only where there is a way back: `None` for a node that no way leads back to.
///
/// Tarjan's algorithm, with a stack of its own instead of the thread's.
pub(super) fn components(graph: &[Vec<TypeId>]) -> Vec<Component> {
    let mut search = Search {
        graph,
        entered: vec![None; graph.len()],
        lowest: vec![0; graph.len()],
        open: Vec::new(),
        is_open: vec![false; graph.len()],
        found: vec![Component(0); graph.len()],
        entries: 0,
    };
    for node in 0..graph.len() {
        if search.entered[node].is_none() {
            search.visit(node);
        }
    }
    search.found
}

/// The number of a strongly connected component.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Component(usize);

struct Search<'a> {
    graph: &'a [Vec<TypeId>],
    /// When a node was reached.
    entered: Vec<Option<usize>>,
    /// The earliest open node that it leads back to.
    lowest: Vec<usize>,
    open: Vec<usize>,
    is_open: Vec<bool>,
    found: Vec<Component>,
    entries: usize,
}

impl Search<'_> {
    fn visit(&mut self, start: usize) {
        let mut way = vec![(start, 0)];
        self.enter(start);
        while let Some((node, edge)) = way.pop() {
            match self.graph[node].get(edge) {
                Some(target) => {
                    way.push((node, edge + 1));
                    let target = target.0 as usize;
                    match self.entered[target] {
                        None => {
                            self.enter(target);
                            way.push((target, 0));
                        }
                        Some(entered) if self.is_open[target] => {
                            self.lowest[node] = self.lowest[node].min(entered);
                        }
                        Some(_) => {}
                    }
                }
                None => {
                    self.leave(node);
                    if let Some((parent, _)) = way.last() {
                        self.lowest[*parent] = self.lowest[*parent].min(self.lowest[node]);
                    }
                }
            }
        }
    }

    fn enter(&mut self, node: usize) {
        self.entered[node] = Some(self.entries);
        self.lowest[node] = self.entries;
        self.entries += 1;
        self.open.push(node);
        self.is_open[node] = true;
    }

    /// Closes the component of which `node` was the first to be reached.
    fn leave(&mut self, node: usize) {
        if self.entered[node] != Some(self.lowest[node]) {
            return;
        }
        while let Some(member) = self.open.pop() {
            self.is_open[member] = false;
            self.found[member] = Component(node);
            if member == node {
                break;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(edges: &[&[u32]]) -> Vec<usize> {
        let graph: Vec<Vec<TypeId>> = edges
            .iter()
            .map(|targets| targets.iter().copied().map(TypeId).collect())
            .collect();
        components(&graph).into_iter().map(|one| one.0).collect()
    }

    #[test]
    fn nodes_with_a_way_back_are_of_one_component() {
        // 0 → 1 → 2 → 0, 2 → 3, and 4 alone.
        let found = found(&[&[1], &[2], &[0, 3], &[], &[4]]);
        assert_eq!(found[0], found[1]);
        assert_eq!(found[1], found[2]);
        assert_ne!(found[2], found[3]);
        assert_ne!(found[3], found[4]);
    }

    #[test]
    fn a_long_way_does_not_exhaust_the_stack() {
        let long: Vec<Vec<TypeId>> = (1..=100_000)
            .map(|next| vec![TypeId(next % 100_000)])
            .collect();
        let found = components(&long);
        assert!(found.iter().all(|one| *one == found[0]));
    }
}
