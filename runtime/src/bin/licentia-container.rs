//! Builds the real world for the administrator's program, runs one command in it, and leaves with
//! its exit status.

use std::process::ExitCode;

use licentia_runtime::program::{self, World};

fn main() -> ExitCode {
    // A panic is a defect of ours: exit status 70, with the place and without a backtrace of
    // memory.
    let finished =
        std::panic::catch_unwind(|| World::real().map(|mut world| program::run(&mut world)));
    match finished {
        Ok(Ok(status)) => ExitCode::from(status),
        Ok(Err(error)) => {
            complain(&format!("error: the current folder cannot be read: {error}"));
            ExitCode::from(5)
        }
        Err(_) => {
            complain(
                "error: a defect of licentia-container (code defect)\nhint: please report it with \
                 the lines above",
            );
            ExitCode::from(70)
        }
    }
}

#[expect(clippy::print_stderr, reason = "there is no world to print through")]
fn complain(text: &str) {
    eprintln!("{text}");
}
