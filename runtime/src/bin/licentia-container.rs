//! Builds the environment of `licentia-container`, runs one command, and returns its exit status.

use std::process::ExitCode;

use licentia_runtime::program::{self, Host};

fn main() -> ExitCode {
    // A panic is a defect of the program: exit status 70, with the place and without a backtrace.
    let finished =
        std::panic::catch_unwind(|| Host::real().map(|mut host| program::run(&mut host)));
    match finished {
        Ok(Ok(status)) => ExitCode::from(status),
        Ok(Err(error)) => {
            complain(&format!("error: cannot read the current folder: {error} (io)"));
            ExitCode::from(5)
        }
        Err(_) => {
            complain(
                "error: a defect of licentia-container (defect)\nhint: report the defect with the \
                 lines above",
            );
            ExitCode::from(70)
        }
    }
}

#[expect(clippy::print_stderr, reason = "the output streams of the environment are not available")]
fn complain(text: &str) {
    eprintln!("{text}");
}
