//! Retirement of products and customers, which cannot be deleted because records refer to them.
//! Existing licenses stay; no new license is issued. A retirement can be undone.

use crate::domain::remedy::{Noun, Remedy};
use crate::domain::{Error, ErrorCode};

/// Retires a record, or undoes its retirement (`undo`). `object` names the record, such as `product
/// gravity`.
///
/// # Errors
///
/// `wrong_state` for a record that is already in that state.
pub fn retire(
    object: &str,
    retired_at: &mut Option<String>,
    now: &str,
    undo: bool,
) -> Result<(), Error> {
    match (&retired_at, undo) {
        (Some(at), false) => {
            Err(Error::new(ErrorCode::WrongState, format!("{object} was already retired at {at}"))
                .remedy(Remedy::UndoRetirement))
        }
        (None, true) => Err(Error::new(ErrorCode::WrongState, format!("{object} is not retired"))),
        (_, undo) => {
            *retired_at = (!undo).then(|| now.to_owned());
            Ok(())
        }
    }
}

/// Refuses to issue a license of a retired product or to a retired customer. `noun` and `code` name
/// the record.
///
/// # Errors
///
/// `wrong_state`
pub fn check_not_retired(noun: Noun, code: &str, retired_at: Option<&str>) -> Result<(), Error> {
    let Some(at) = retired_at else { return Ok(()) };
    Err(Error::new(
        ErrorCode::WrongState,
        format!(
            "{} {code} was retired at {at} and cannot have new licenses or containers",
            noun.as_str()
        ),
    )
    .remedy(Remedy::Unretire { noun, code: code.to_owned() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_retired_record_is_restored_once() {
        let mut at = None;
        assert_eq!(
            retire("product p", &mut at, "now", true).map_err(|error| error.code),
            Err(ErrorCode::WrongState)
        );
        assert_eq!(retire("product p", &mut at, "now", false), Ok(()));
        assert_eq!(
            check_not_retired(Noun::Product, "p", at.as_deref()).map_err(|error| error.code),
            Err(ErrorCode::WrongState)
        );
        assert_eq!(
            retire("product p", &mut at, "later", false).map_err(|error| error.code),
            Err(ErrorCode::WrongState)
        );
        assert_eq!(at.as_deref(), Some("now"));
        assert_eq!(retire("product p", &mut at, "later", true), Ok(()));
        assert_eq!((check_not_retired(Noun::Product, "p", at.as_deref()), at), (Ok(()), None));
    }
}
