//! A path with its parameters filled in.

use super::RequestError;

/// Fills `values`, which are encoded, into the braces of `template`.
pub(super) fn fill(
    template: &str,
    values: &[(&'static str, String)],
) -> Result<String, RequestError> {
    let mut path = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, further)) = rest.split_once('{') {
        let (name, after) = further.split_once('}').unwrap_or((further, ""));
        let value = values.iter().find(|(given, _)| *given == name);
        let (_, value) = value.ok_or_else(|| {
            RequestError::new(format!("there is no value for `{name}` in the path"))
        })?;
        path.push_str(before);
        path.push_str(value);
        rest = after;
    }
    path.push_str(rest);
    // RFC 3986, section 5.2.4: they would be taken out, and the request go elsewhere. Encoding them
    // does not help, because a URL's parser takes `%2E` for a dot.
    if path
        .split('/')
        .any(|segment| segment == "." || segment == "..")
    {
        return Err(RequestError::new(
            "a value in the path is `.` or `..`, which leads elsewhere",
        ));
    }
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn values_go_where_their_names_are() {
        let values = [("id", "7".to_owned()), ("part", "a%2Fb".to_owned())];
        assert_eq!(
            fill("/v2/{id}/x/{part}.json", &values).unwrap(),
            "/v2/7/x/a%2Fb.json"
        );
        assert_eq!(fill("/v2", &values).unwrap(), "/v2");
    }

    #[test]
    fn a_value_cannot_lead_elsewhere() {
        for dots in [".", ".."] {
            assert!(fill("/v2/{id}/x", &[("id", dots.to_owned())]).is_err());
        }
        assert!(fill("/v2/{id}{id}", &[("id", ".".to_owned())]).is_err());
        assert!(fill("/v2/{id}", &[("id", "...".to_owned())]).is_ok());
    }

    #[test]
    fn a_value_must_be_there() {
        let error = fill("/v2/{id}", &[]).unwrap_err();
        assert!(error.to_string().contains("`id`"), "{error}");
    }
}
