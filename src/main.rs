//! Builds the host, runs one command with it, and returns the exit status of the command.

use std::process::ExitCode;

fn main() -> ExitCode {
    // A panic is a defect of the program: exit status 70, as documented, with the place and without
    // a backtrace.
    let finished = std::panic::catch_unwind(|| {
        let mut host = licentia::host::real()?;
        let args: Vec<_> = host.args.drain(..).collect();
        Ok::<u8, std::io::Error>(licentia::run(args, &mut host))
    });
    match finished {
        Ok(Ok(status)) => ExitCode::from(status),
        Ok(Err(error)) => {
            complain(&format!("error: cannot read the current folder: {error}"));
            ExitCode::from(5)
        }
        Err(_) => {
            complain(
                "error: a defect of licentia (code defect)\nhint: report the defect with the \
                 lines above",
            );
            ExitCode::from(70)
        }
    }
}

#[expect(clippy::print_stderr, reason = "there is no host to print through")]
fn complain(text: &str) {
    eprintln!("{text}");
}
