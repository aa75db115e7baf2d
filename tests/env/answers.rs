//! The comparison of every JSON answer with the closed schema of its verb.

use std::collections::HashMap;
use std::ffi::OsString;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use jsonschema::Validator;
use serde_json::Value;

/// The validators of a verb, one for each form of its answer; `None` for an unknown verb.
type Validators = Option<Arc<Vec<Validator>>>;

static VALIDATORS: LazyLock<Mutex<HashMap<String, Validators>>> = LazyLock::new(Mutex::default);

fn validators(verb: &str) -> Validators {
    let mut all = VALIDATORS.lock().unwrap_or_else(PoisonError::into_inner);
    let compile = || {
        let schemas = licentia::answers::closed_schemas(verb)?;
        let compile = |schema: &Value| {
            jsonschema::validator_for(schema).unwrap_or_else(|error| panic!("{verb}: {error}"))
        };
        Some(Arc::new(schemas.iter().map(compile).collect()))
    };
    all.entry(verb.to_owned()).or_insert_with(compile).clone()
}

/// Fails the test if a JSON answer does not match the schema of its verb. `args` begin with the
/// name of the program.
pub fn check(args: &[OsString], out: &[u8], err: &str) {
    let (verb, is_json) = licentia::answers::verb_of(args);
    if !is_json {
        return;
    }
    if let Some(error) = err.lines().last().filter(|line| line.starts_with("{\"error\":")) {
        let error = serde_json::from_str(error).unwrap_or_else(|_| panic!("{args:?}: {error}"));
        check_form("error", &error, args);
    }
    // An answer without a JSON object is a file or a text that is the same for people and machines.
    if let Ok(answer) = serde_json::from_slice(out) {
        check_form(&verb, &answer, args);
    }
}

fn check_form(verb: &str, answer: &Value, args: &[OsString]) {
    let validators = validators(verb).unwrap_or_else(|| panic!("{args:?}: no schema: {verb:?}"));
    if validators.iter().any(|validator| validator.is_valid(answer)) {
        return;
    }
    let errors: Vec<String> = validators
        .iter()
        .flat_map(|validator| validator.iter_errors(answer))
        .map(|error| format!("{} at {}", error, error.instance_path()))
        .collect();
    panic!("{args:?}: not as the schema of {verb:?} states: {}\n{answer:#}", errors.join("\n"));
}
