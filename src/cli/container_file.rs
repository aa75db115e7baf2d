//! The signed files about a container: its update, and the context of a cloud container. If nothing
//! has changed since the newest file, the same file is written again; otherwise a new file is
//! signed.

use crate::cli::arguments::Out;
use crate::cli::context::{CommandContext, Emitted, Home};
use crate::cli::front_end::Options;
use crate::cli::outcome::Outcome;
use crate::domain::container::Container;
use crate::host::files::Access;
use crate::ops::answer::SignedFile;
use crate::ops::container::answer::{ContainerAnswer, WrittenContainer};
use crate::ops::container::file::{ContainerFile, Newest, SignsFile, file_name};
use crate::ops::error::Result;
use crate::ops::execute::{Execution, FileKind, UseCase};

/// Writes the file of a container, again or newly signed. Returns the answer, and the execution for
/// the warnings of the verb.
///
/// # Errors
///
/// The errors of [`CommandContext::execute`]; `would_overwrite`.
pub fn write<U>(
    context: &mut CommandContext<'_>,
    home: &mut Home,
    use_case: &U,
    kind: FileKind,
    out: &Out,
) -> Result<(Outcome, Execution<U>)>
where
    U: UseCase<Unchanged = Newest>,
    U::Plan: SignsFile,
{
    let options = Options { out: Some(out), ..Options::default() };
    let (execution, written) = context.execute(home, &options, use_case)?;
    let outcome = match &execution {
        Execution::Unchanged(newest) => again(context, newest, kind, out)?,
        Execution::DryRun(plan) => {
            let (container, counter) = (plan.container(), plan.file().counter);
            let message =
                format!("Would write {} {counter} of container {}", kind.noun(), container.serial);
            Outcome::done(message).with(ContainerAnswer::of(container))
        }
        Execution::Applied(plan) => {
            let (container, file) = (plan.container(), plan.file());
            let message = format!(
                "Signed {} {} of container {}",
                kind.noun(),
                file.counter,
                container.serial
            );
            answer(message, container, &file, written.of_kind(kind), false)
        }
    };
    Ok((outcome, execution))
}

/// Writes the newest file again.
fn again(
    context: &mut CommandContext<'_>,
    newest: &Newest,
    kind: FileKind,
    out: &Out,
) -> Result<Outcome> {
    let Newest { container, file, .. } = newest;
    let (serial, name) = (&container.serial, file_name(kind, &container.serial));
    context.check_out(out, Some(&file.text))?;
    context.check_in_folder(out, &name, Some(&file.text))?;
    if context.is_dry() {
        let message = format!(
            "Would write the unchanged {} {} of container {serial}",
            kind.noun(),
            file.counter
        );
        return Ok(Outcome::done(message).with(ContainerAnswer::of(container)));
    }
    let emitted = context.write_file(out, &name, file.text.as_bytes(), Access::Public)?;
    let message =
        format!("No change: container {serial} already has {} {}", kind.noun(), file.counter);
    Ok(answer(message, container, file, emitted, true))
}

fn answer(
    message: String,
    container: &Container,
    file: &ContainerFile,
    emitted: Emitted,
    is_repeated: bool,
) -> Outcome {
    let answer = WrittenContainer {
        container: ContainerAnswer::of(container),
        repeated: is_repeated,
        text: file.text.clone(),
        file: SignedFile { path: emitted.path(), jti: file.jti.clone(), kid: file.kid.clone() },
    };
    let outcome = Outcome::done(message);
    match emitted {
        Emitted::Standard(bytes) => outcome.with_bytes(bytes),
        other => other
            .paths()
            .iter()
            .fold(outcome, |outcome, path| outcome.with_message(format!("Wrote {path}")))
            .with(answer),
    }
}
