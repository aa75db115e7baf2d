//! Files whose content is made while they are written, because it may be larger than the memory.

use std::io::{BufWriter, Write};

use crate::host::files::{self, Fault, TEMPORARY, folder_of};
use crate::host::output_files::{OutputTarget, remove_leftovers};
use crate::host::temporary_file;

/// Writes one file whose content is made while it is written. A regular file is written and synced
/// under a temporary name, and then renamed; a pipe or a device is written directly.
///
/// # Errors
///
/// The errors of `fill`; the target exists and must be kept; the disk is full or not writable.
pub fn write_stream<E: From<Fault>>(
    target: &OutputTarget,
    fill: impl FnOnce(&mut dyn Write) -> std::result::Result<(), E>,
) -> std::result::Result<(), E> {
    files::check(&target.path, None, target.existing)?;
    let path = target.followed();
    let failed = || files::failed("write", &target.path);
    if target.is_stream() {
        let mut stream = BufWriter::new(files::open_stream(&path)?);
        fill(&mut stream)?;
        return Ok(stream.flush().map_err(failed())?);
    }
    let folder = folder_of(&path);
    remove_leftovers(folder);
    let mut file = temporary_file::create(folder, TEMPORARY, target.access).map_err(failed())?;
    let mut writer = BufWriter::new(file.as_file_mut());
    fill(&mut writer)?;
    writer.flush().and_then(|()| writer.get_ref().sync_all()).map_err(failed())?;
    drop(writer);
    temporary_file::rename(file, &path, target.existing)
        .map_err(|refused| temporary_file::refused(refused.error, &target.path))?;
    Ok(files::sync_folder(folder)?)
}

#[cfg(test)]
#[cfg(target_os = "linux")] // The test writes to /dev/full.
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use super::*;
    use crate::host::files::{Access, Existing, Result};

    #[test]
    fn a_streamed_file_is_complete_or_absent() {
        let folder = tempfile::tempdir().expect("a folder");
        let names = || fs::read_dir(folder.path()).expect("listed").count();
        let length = |name: &str| fs::metadata(folder.path().join(name)).expect("found").len();
        let fill = |result: Result<()>| {
            move |file: &mut dyn Write| {
                file.write_all(&[b'x'; 100_000]).map_err(files::failed("write", Path::new("x")))?;
                result
            }
        };
        let fault = || Err(Fault::Exists(PathBuf::from("x")));
        let target = |name: &str, existing| OutputTarget {
            path: folder.path().join(name),
            access: Access::Private,
            existing,
        };
        assert!(write_stream(&target("a", Existing::Keep), fill(fault())).is_err());
        assert_eq!(names(), 0);
        write_stream(&target("a", Existing::Keep), fill(Ok(()))).expect("written");
        assert_eq!((names(), length("a")), (1, 100_000));
        assert!(!files::is_open_to_others(&folder.path().join("a")).expect("found"));
        // An existing file is kept, or is replaced by a complete file.
        let old = target("b", Existing::Keep);
        write_stream::<Fault>(&old, |file| {
            file.write_all(b"old").map_err(files::failed("write", Path::new("b")))
        })
        .expect("written");
        assert!(write_stream(&target("b", Existing::Keep), fill(Ok(()))).is_err());
        assert!(write_stream(&target("b", Existing::Replace), fill(fault())).is_err());
        assert_eq!((length("b"), names()), (3, 2));
        write_stream(&target("b", Existing::Replace), fill(Ok(()))).expect("replaced");
        assert_eq!(length("b"), 100_000);
        // A device is written directly.
        let full = OutputTarget {
            path: PathBuf::from("/dev/full"),
            access: Access::Public,
            existing: Existing::Keep,
        };
        assert!(write_stream(&full, fill(Ok(()))).is_err());
    }
}
