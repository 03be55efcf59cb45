//! What the passes share: the document, the types so far and the diagnostics.

use std::collections::{HashMap, HashSet, VecDeque};
use std::rc::Rc;

use openapiv3::{ReferenceOr, Schema};

use super::docs::with_values;
use super::flat::Flat;
use super::place_name::Names;
use super::reference::{Target, may_refer};
use super::spot::{Part, Spot, SpotKey};
use super::view::{Budget, View};
use super::{access, alias, direction, files, order, recursion};
use crate::api::{
    Api, Constraints, Direction, Docs, Shape, Type, TypeDef, TypeId, TypeName, Types,
};
use crate::diagnostics::{Diagnostic, Diagnostics, Pointer};
use crate::document::Document;

/// What the passes share.
pub(super) struct Context<'a> {
    pub(super) document: &'a View<'a>,
    /// What the targets of references say; `None` while it is being found out.
    pub(super) flats: HashMap<(Pointer, bool), Option<Rc<Flat<'a>>>>,
    /// Where the members of unions stand that are references, by where each of these stands.
    pub(super) members: HashMap<Pointer, HashSet<Pointer>>,
    /// What has been found out. It goes on with another view.
    pub(super) known: Known,
}

/// What the passes have found out.
#[derive(Default)]
pub(super) struct Known {
    pub(super) diagnostics: Diagnostics,
    types: Types,
    /// Where each of `types` stands.
    places: Vec<Pointer>,
    /// The types that a description's component or file has, by where it stands.
    components: HashMap<Pointer, TypeId>,
    /// Those of them whose shape is yet to be found out.
    queue: VecDeque<(TypeId, Target)>,
    /// Which type is used, and who sends it there.
    uses: Vec<(Type, Direction)>,
    /// The members of types that are files, and whether each is several.
    files: Vec<(TypeId, String, bool)>,
    /// What was reported already: a place is looked at more than once.
    reported: HashSet<(&'static str, Pointer)>,
    /// How many members there are in all objects.
    pub(super) members: usize,
    /// How deep in the description the passes are.
    depth: usize,
    /// Whether the targets of references may be `null`.
    pub(super) nullables: HashMap<Pointer, Option<bool>>,
    /// What holds of places besides their type, where that is anything.
    pub(super) constrained: HashMap<SpotKey, Constraints>,
    /// What the targets of references are called by.
    pub(super) names: Names,
    /// The types of all places that were looked at.
    pub(super) spots: HashMap<SpotKey, Progress>,
}

/// How far the type of a place is.
pub(super) enum Progress {
    /// On the way; the id is there if something inside needs it already.
    Started(Option<TypeId>),
    /// Known.
    Done(Type),
}

/// How many schemas may stand inside one another. What is deeper is taken as any value: no type
/// that a person would use is, and the stack is not endless.
const MAX_DEPTH: usize = 100;

impl<'a> Context<'a> {
    /// Goes on from what is known, with another view.
    pub(super) fn new(document: &'a View<'a>, known: Known) -> Self {
        Self {
            document,
            flats: HashMap::new(),
            members: HashMap::new(),
            known,
        }
    }

    /// Lowers the schema that stands at `at`, and whatever named types it needs.
    ///
    /// `name` is what its place is called by, should it need a name of its own; `direction` is
    /// who sends it there. The types are complete on return: they may be looked at.
    pub(super) fn type_of(
        &mut self,
        schema: &'a ReferenceOr<Schema>,
        at: &Pointer,
        name: TypeName,
        direction: Direction,
    ) -> Type {
        let ty = self.type_at(&Spot::new(name, Part::new(schema, at.clone())));
        self.used(&ty, direction);
        ty
    }

    /// What a type consists of, seen through aliases and `null`; `None` for one without a name.
    pub(super) fn shape(&self, ty: &Type) -> Option<&Shape> {
        match self.plain(ty) {
            Type::Named(id) => {
                Some(&self.known.types[*id].shape).filter(|shape| !matches!(shape, Shape::Alias(_)))
            }
            _ => None,
        }
    }

    /// A type, seen through aliases and `null`.
    pub(super) fn plain<'t>(&'t self, ty: &'t Type) -> &'t Type {
        self.known.types.plain(ty)
    }

    /// Which object a type is, seen through aliases.
    pub(super) fn object_id(&self, ty: &Type) -> Option<TypeId> {
        let mut ty = ty;
        for _ in 0..=self.known.types.0.len() {
            let Type::Named(id) = ty else {
                return None;
            };
            match &self.known.types[*id].shape {
                Shape::Alias(inner) => ty = inner,
                Shape::Object(_) => return Some(*id),
                Shape::Enum(_) | Shape::Union(_) => return None,
            }
        }
        None
    }

    /// Tells that a member of the object `id` is a file, or several: whoever uses that type.
    pub(super) fn file_member(&mut self, id: TypeId, name: String, several: bool) {
        self.known.files.push((id, name, several));
    }

    /// Tells that a type is used in a place that [`type_of`](Self::type_of) was not asked for, and
    /// completes it.
    pub(super) fn used(&mut self, ty: &Type, direction: Direction) {
        self.lower_queue();
        self.known.uses.push((ty.clone(), direction));
    }

    /// Puts the types into `api`, in their final order, with their directions and their cycles.
    ///
    /// Every [`TypeId`] in `api` is changed to the final one, so this comes last.
    pub(super) fn finish(self, api: &mut Api) -> Diagnostics {
        // What else the passes shared is of no use any more, and its memory is.
        let Known {
            mut diagnostics,
            mut types,
            places,
            uses,
            files,
            ..
        } = self.known;
        files::mark(&mut types, &files);
        alias::cut_cycles(&mut types, &places, &mut diagnostics);
        alias::keep_null(&mut types);
        direction::spread(&mut types, &uses);
        access::apply(&mut types);
        recursion::mark(&mut types);
        api.types = types;
        order::sort(api);
        diagnostics
    }

    /// The type of a component or of a whole file; its shape is found out later.
    pub(super) fn component_type(&mut self, target: Target) -> Type {
        if let Some(id) = self.known.components.get(&target.at) {
            return Type::Named(*id);
        }
        let id = self.reserve(target.name.clone(), &target.at);
        self.known.components.insert(target.at.clone(), id);
        self.known.queue.push_back((id, target));
        Type::Named(id)
    }

    /// An id for a type whose shape is not known yet.
    pub(super) fn reserve(&mut self, name: TypeName, at: &Pointer) -> TypeId {
        let id = TypeId(u32::try_from(self.known.types.0.len()).unwrap_or(u32::MAX));
        self.known.types.0.push(TypeDef {
            name,
            origin: self.document.origin(at),
            docs: Docs::default(),
            direction: Direction::default(),
            shape: Shape::Alias(Type::Any),
            constraints: None,
        });
        self.known.places.push(at.clone());
        id
    }

    /// Says what a reserved type consists of, which stands at `spot`.
    pub(super) fn define(&mut self, id: TypeId, shape: Shape, spot: &Spot<'a>) {
        let constraints = self.constraints_of(&shape, spot);
        let docs = match shape {
            Shape::Alias(_) if !spot.parts.iter().any(may_refer) => {
                with_values(self.docs_at(spot), &self.flat(spot), spot)
            }
            _ => self.docs_at(spot),
        };
        if let Some(definition) = self.known.types.0.get_mut(id.0 as usize) {
            definition.docs = docs;
            definition.shape = shape;
            definition.constraints = constraints.if_any();
        }
    }

    /// Reports something, once for a place: `None` where it was reported before.
    pub(super) fn warn(
        &mut self,
        code: &'static str,
        at: &Pointer,
        message: impl Into<String>,
    ) -> Option<&mut Diagnostic> {
        self.known
            .reported
            .insert((code, at.clone()))
            .then(|| self.known.diagnostics.warning(code, at, message))
    }

    /// Goes one step deeper; `None`, and a report, where that is too deep.
    pub(super) fn deeper<T>(
        &mut self,
        at: &Pointer,
        step: impl FnOnce(&mut Self) -> T,
    ) -> Option<T> {
        if self.known.depth >= MAX_DEPTH {
            let message = "this is too deep inside other schemas; any value is taken";
            if let Some(warning) = self.warn("too-deep", at, message) {
                warning.help("give the outer ones a name in `components.schemas`, or use fewer");
            }
            return None;
        }
        self.known.depth += 1;
        let found = step(self);
        self.known.depth -= 1;
        Some(found)
    }

    fn lower_queue(&mut self) {
        while let Some((id, target)) = self.known.queue.pop_front() {
            self.lower_component(id, target);
        }
    }

    fn lower_component(&mut self, id: TypeId, target: Target) {
        // A target is a place where there is a schema.
        if !self.known.is_full()
            && let Some(part) = self.part_at(&target.at)
        {
            let spot = Spot::new(target.name, part);
            let shape = self.shape_at(&spot);
            self.define(id, shape, &spot);
        }
    }
}

/// Lowers `components.schemas`, used or not. Comes first.
pub(super) fn lower_components(document: &Document) -> Known {
    let mut known = Known::default();
    let view = View::new(document);
    let mut context = Context::new(&view, known);
    for target in context.component_schemas() {
        context.component_type(target);
    }
    known = context.known;
    let mut budget = Budget::new(document);
    while !known.queue.is_empty() {
        let view = View::new(document);
        let mut context = Context::new(&view, known);
        while budget.allows(&view)
            && let Some((id, target)) = context.known.queue.pop_front()
        {
            context.lower_component(id, target);
        }
        budget.spend(&view);
        known = context.known;
    }
    known
}
