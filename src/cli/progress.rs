//! The progress of a long command: one line on standard error, which is written again and again. It
//! is shown on a terminal only, and removed at the end.

use crate::cli::context::CommandContext;
use crate::host::Host;
use crate::ops::health::comparison::shared::{Part, Progress, Show};

/// The width of the bar, in columns.
const WIDTH: u64 = 30;

/// Runs a function that shows its progress.
pub fn with_progress<T>(context: &mut CommandContext<'_>, work: impl FnOnce(Show<'_>) -> T) -> T {
    let is_shown = context.host.err_is_terminal && !context.globals.quiet;
    let host = &mut *context.host;
    let result = work(&mut |progress| {
        if is_shown {
            write(host, &line(progress));
        }
    });
    if is_shown {
        write(host, "");
    }
    result
}

/// Replaces the current line. A line that cannot be printed does not change the outcome.
fn write(host: &mut Host, line: &str) {
    let _ = write!(host.err, "\r\x1b[2K{line}").and_then(|()| host.err.flush());
}

fn line(progress: Progress) -> String {
    let Progress { part, done, total } = progress;
    let part = match part {
        Part::Log => "audit log",
        Part::Licenses => "licenses",
        Part::Records => "other records",
        Part::Pages => "pages and indexes",
    };
    if total == 0 {
        return format!("Comparing {part} …");
    }
    let filled = (done.min(total) * WIDTH / total).min(WIDTH);
    let bar: String = (0..WIDTH).map(|place| if place < filled { '#' } else { '-' }).collect();
    format!("Comparing {part} [{bar}] {done} of {total}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_is_as_long_as_the_part_that_is_done() {
        let line = |done, total| line(Progress { part: Part::Licenses, done, total });
        assert_eq!(line(0, 0), "Comparing licenses …");
        assert_eq!(
            line(1_000, 3_000),
            "Comparing licenses [##########--------------------] 1000 of 3000"
        );
        assert!(line(9, 3).contains("[##############################]"));
    }
}
