//! Members that are files.

use crate::api::{Shape, Type, TypeId, Types};

/// Makes files of the members that forms send as such, by their objects and names, each with whether
/// it is several. An object has them wherever it is used.
pub(super) fn mark(types: &mut Types, files: &[(TypeId, String, bool)]) {
    for (id, name, several) in files {
        let definition = types.0.get_mut(id.0 as usize);
        let Some(Shape::Object(object)) = definition.map(|definition| &mut definition.shape) else {
            continue;
        };
        for field in object.fields.iter_mut().filter(|field| field.name == *name) {
            // It was any value, which may be `null`; a file is none.
            field.nullable &= field.ty != Type::Any;
            field.ty = if *several {
                Type::Array(Box::new(Type::File))
            } else {
                Type::File
            };
        }
    }
}
