//! `key export`: writes a key for other programs. An export of a private key is recorded in the
//! audit log.

use zeroize::Zeroizing;

use crate::cli::arguments::OneOut;
use crate::cli::context::{CommandContext, Emitted, Home};
use crate::cli::front_end::Options;
use crate::cli::outcome::Outcome;
use crate::domain::key::{Key, find_any};
use crate::domain::{Error, ErrorCode};
use crate::host::files::Access;
use crate::ops::answer::WrittenFile;
use crate::ops::error::Result;
use crate::ops::key::answer::{ExportedKey, Jwk};
use crate::ops::key::export::ExportKey;
use crate::signing;

/// Export a key for other programs
///
/// Writes the public key as PEM (SubjectPublicKeyInfo) or JWK (RFC 8037). With --private, writes
/// the private key: as PEM a copy of the stored file, encrypted if the stored file is encrypted; as
/// JWK in plain text. Only the owner can read the file. The audit log records the export, and `key
/// retire` lists it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  licentia key export commercial --out commercial.pub.pem
  licentia key export ci --private --out /media/stick/ci.pem")]
pub struct Args {
    /// Key name or thumbprint
    #[arg(value_name = "NAME")]
    name: String,
    /// Export the private key, encrypted with the passphrase of the key
    #[arg(long)]
    private: bool,
    /// File format: pem or jwk [default: pem]
    #[arg(
        long = "as",
        value_name = "FORM",
        value_enum,
        default_value = "pem",
        hide_default_value = true
    )]
    form: Form,
    #[command(flatten)]
    out: OneOut,
}

/// The file format of an exported key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Form {
    /// Text with a header line
    Pem,
    /// A JSON object
    Jwk,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    let mut home = context.home()?;
    let keys = home.reader().list_keys()?;
    let key = find_any(&keys, &args.name)?;
    let half = if args.private { "private key" } else { "public key" };
    let out = args.out.out(context.format());
    context.check_standard_out(&out)?;
    if args.private
        && args.out.out.is_none()
        && (!out.is_standard() || context.host.width.is_some())
    {
        return Err(Error::usage("--private requires an output file")
            .hint("`--out FILE` writes to a file, `--out -` to standard output")
            .into());
    }
    if args.private && !home.has_key(key) {
        return Err(Error::new(
            ErrorCode::KeyMissing,
            format!("private key {} is not in this home", key.name),
        )
        .hint(format!("put the private key file at {}", home.key_file(key).display()))
        .into());
    }
    let is_known = !args.private || args.form == Form::Pem;
    let text = if is_known { Some(text(key, args, context, &home)?) } else { None };
    context.check_out(&out, text.as_ref().map(|text| text.as_str()))?;
    let mut answer = ExportedKey {
        name: key.name.to_string(),
        kid: key.kid.clone(),
        private: args.private,
        form: if args.form == Form::Pem { "pem" } else { "jwk" },
        file: WrittenFile::default(),
        text: None,
    };
    if context.is_dry() {
        if !is_known {
            home.check_clock()?;
        }
        return Ok(Outcome::done(format!("Would write {half} {}", key.name)).with(answer));
    }
    let text = text.map_or_else(|| self::text(key, args, context, &home), Ok)?;
    if args.private {
        // The log entry is written first: an entry for a copy that was never written is harmless, a
        // copy without an entry is not.
        let path = out.out.as_ref().filter(|_| !out.is_standard());
        let to = path.map(|path| context.host.path(path).display().to_string());
        let export = ExportKey { key: key.clone(), to };
        context.execute(&mut home, &Options::default(), &export)?;
    }
    let access = if args.private { Access::Private } else { Access::Public };
    let emitted = context.write_file(&out, "", text.as_bytes(), access)?;
    answer.file.path = emitted.path();
    answer.text = (!args.private).then(|| text.to_string());
    Ok(match emitted {
        Emitted::Standard(bytes) => Outcome::default().with_bytes(bytes),
        Emitted::File(path) => {
            Outcome::done(format!("Wrote {half} {} to {}", key.name, path.display())).with(answer)
        }
        Emitted::Files(_) | Emitted::Nowhere => Outcome::default().with(answer),
    })
}

fn text(
    key: &Key,
    args: &Args,
    context: &mut CommandContext<'_>,
    home: &Home,
) -> Result<Zeroizing<String>> {
    if args.private { private(key, args.form, context, home) } else { public(key, args.form) }
}

fn public(key: &Key, form: Form) -> Result<Zeroizing<String>> {
    Ok(match form {
        Form::Pem => signing::public_pem(&key.x)?.into(),
        Form::Jwk => format!("{}\n", serde_json::to_string_pretty(&Jwk::of(key))?).into(),
    })
}

fn private(
    key: &Key,
    form: Form,
    context: &mut CommandContext<'_>,
    home: &Home,
) -> Result<Zeroizing<String>> {
    match form {
        Form::Pem => context.read_key(&home.key_files.readable(key)),
        Form::Jwk => Ok(signing::private_jwk(&context.unlock(home, key)?)),
    }
}
