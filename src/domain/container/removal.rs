//! Pending removals: seats that are to leave hardware are free only once the container is proven
//! not to have them.

/// Returns the commands that prove the removal of seats from a container, which frees the seats.
pub fn proof(container: &str, has_key: bool) -> String {
    let then = match has_key {
        true => "`licentia container receive FILE` with the receipt that comes back".to_owned(),
        false => {
            format!("`licentia container confirm {container} --reason …` once the dongle took it")
        }
    };
    format!("`licentia container update {container} --out FILE`, then {then}")
}
