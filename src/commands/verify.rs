//! `verify`: verifies a file as the licensed application does. It needs no home; only the runtime
//! decides.

use std::path::PathBuf;

use licentia_runtime::{
    Binding, Context, Credential, Device, Document, KeySet, Kind, MAX_BUNDLE, Policy, Report,
    StatusToken, Statuses, Trust, Vendor, VerdictCode, VerifyError as FileRefusal, examine,
    inspect, texts,
};
use serde_json::Value;
use zeroize::Zeroizing;

use crate::cli::context::{CommandContext, Home, texts_of};
use crate::cli::outcome::{Outcome, count_of};
use crate::domain::Error;
use crate::domain::name::printable;
use crate::domain::time::{Timestamp, parse_instant};
use crate::ops::error::Result;
use crate::ops::verify::answer::{CheckResult, Verdict};

/// Verify files as the licensed application does
///
/// The key set comes from --keyset, else from the files, else from the home; its root key must be
/// that of --root, else that of the home. A license of a cloud container is verified with the
/// credential of --credential, or with a credential in the files; a license of a device or a dongle
/// with the request of --request. Container, user and product are checked only if they are given; a
/// check that was not made is reported as "skipped". Exit status 4 if any file is not valid.
/// `licentia license check` also compares a license with the database.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia verify nordwind.lic --keyset acme.keyset --root \
        GFKhiTTEc-uMExgOqZJ4cKtCNRn8ue5p0V68cGtPTeA")]
pub struct Args {
    /// Files; - is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Key set file
    #[arg(long, value_name = "FILE")]
    keyset: Option<PathBuf>,
    /// Thumbprint of the trusted root
    #[arg(long, value_name = "THUMBPRINT")]
    root: Option<String>,
    /// Product code that a license must have
    #[arg(long, value_name = "CODE")]
    product: Option<String>,
    /// User name that must be permitted to use a license
    #[arg(long, value_name = "USERNAME")]
    user: Option<String>,
    /// Credential file for licenses of its cloud container [default: a credential in the files]
    #[arg(long, value_name = "FILE")]
    credential: Option<PathBuf>,
    /// Request file of the device, or of the dongle with a key, for licenses bound to it
    #[arg(long, value_name = "FILE")]
    request: Option<PathBuf>,
    /// File with one or more status lists [default: the status lists in the files]
    #[arg(long, value_name = "FILE")]
    status: Option<PathBuf>,
    /// Instant of the verification [default: now]
    #[arg(long, value_name = "INSTANT", value_parser = parse_instant)]
    at: Option<Timestamp>,
    /// Accept files of test homes
    #[arg(long)]
    allow_test: bool,
}

/// A text in the files.
struct Sent {
    path: String,
    text: Result<String, FileRefusal>,
}

pub fn run(args: &Args, context: &mut CommandContext<'_>) -> Result<Outcome> {
    // If both options are given, a home that cannot be opened is not an error.
    let home = context.home_if_any(args.keyset.is_none() || args.root.is_none())?;
    let now = match (args.at, &home) {
        (Some(at), _) => at,
        (None, Some(home)) => home.now,
        (None, None) => context.now(false)?,
    };
    let root = find_root(args, home.as_ref())?;
    let allow_test = args.allow_test || home.as_ref().is_some_and(|home| home.vendor.test);
    let trust = Trust::new(&root, now.as_second());
    let trust = if allow_test { trust.allow_test() } else { trust };
    let sent = read_all(args, context)?;
    let keys = find_keys(args, context, home.as_ref(), &sent, &trust)?;
    let lists = find_lists(args, context, &sent, &keys, now)?;
    let credentials = find_credentials(args, context, &sent, (&keys, &lists.statuses), now)?;
    let mut policy = Policy::at(now.as_second());
    if !lists.statuses.is_empty() {
        policy = policy.statuses(&lists.statuses);
    }
    if let Some(product) = &args.product {
        policy = policy.product(product);
    }
    if let Some(user) = &args.user {
        policy = policy.user(user);
    }
    let here = find_device(args, context, &root, &keys, now)?;
    let judged = |sent: &Sent| {
        if sent
            .text
            .as_deref()
            .ok()
            .and_then(|text| bound_to(text, &["device", "dongle"]))
            .is_some()
        {
            let policy = match &here {
                None => policy.clone().binding(Binding::Unchecked),
                Some(Ok(device)) => policy.clone().binding(Binding::Device(device)),
                // Without a valid request, a license bound to hardware is not valid.
                Some(Err(_)) => policy.clone(),
            };
            return judge(sent, &keys, &trust, &policy);
        }
        let chosen = sent
            .text
            .as_deref()
            .ok()
            .and_then(cloud_of)
            .and_then(|container| credentials.for_container(&container));
        let policy = match chosen {
            None => policy.clone().binding(Binding::Unchecked),
            Some(Ok(credential)) => policy.clone().binding(Binding::Credential(credential)),
            // Without a valid credential, a license of a cloud container is not valid.
            Some(Err(_)) => policy.clone(),
        };
        let mut report = judge(sent, &keys, &trust, &policy);
        if let Some(Err(error)) = chosen {
            explain(&mut report, error);
        }
        report
    };
    let mut reports: Vec<Verdict> = sent.iter().map(judged).collect();
    if let Some(error) = lists.refused.first() {
        reports.iter_mut().for_each(|report| add_refused_file(report, error));
    }
    // An invalid file that an option names is reported, whatever the verdicts are.
    let mut bad = |name: &str, path: Option<&PathBuf>, error: &FileRefusal| {
        let path = path.map(|path| path.display().to_string());
        reports.push(Verdict::failed(path, None, name, error.code, &error.message));
    };
    for error in credentials
        .texts
        .iter()
        .filter(|_| credentials.is_named)
        .filter_map(|text| text.opened.as_ref().err())
    {
        bad("credential", args.credential.as_ref(), error);
    }
    for error in &lists.refused {
        bad("status list", args.status.as_ref(), error);
    }
    if let Some(Err(error)) = &here {
        bad("request", args.request.as_ref(), error);
    }
    let valid = reports.iter().all(|report| report.valid);
    let text = reports.iter().map(report_text).collect();
    Ok(Outcome { exit: if valid { 0 } else { 4 }, ..Outcome::answers_text(reports, &[], text) })
}

fn find_root(args: &Args, home: Option<&Home>) -> Result<String> {
    if let Some(root) = &args.root {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if root.len() != 43 || !root.chars().all(plain) {
            return Err(Error::usage(format!("{root:?} is not a thumbprint"))
                .hint(
                    "a thumbprint has 43 characters; `licentia key list` shows the thumbprint of \
                     the root key",
                )
                .into());
        }
        return Ok(root.clone());
    }
    let Some(home) = home else {
        return Err(Error::usage("no trusted root key: neither --root nor a home is given")
            .hint("--root THUMBPRINT names the root key of the vendor, --home DIR a home")
            .into());
    };
    let keys = home.reader().list_keys()?;
    let root = keys.into_iter().find(|key| key.role == crate::domain::key::Role::Root);
    Ok(root
        .ok_or_else(|| {
            Error::usage("this home has no root key")
                .hint("--root THUMBPRINT names the root key of the vendor")
        })?
        .kid)
}

fn read_all(args: &Args, context: &mut CommandContext<'_>) -> Result<Vec<Sent>> {
    let mut sent = Vec::new();
    for file in &args.files {
        let shown = file.display().to_string();
        let raw = context.read(file, MAX_BUNDLE)?;
        match texts(&raw) {
            Err(error) => sent.push(Sent { path: shown, text: Err(error) }),
            Ok(found) => {
                let many = found.len() > 1;
                let path = |place: usize| {
                    if many { format!("{shown}#{}", place + 1) } else { shown.clone() }
                };
                sent.extend(
                    found.into_iter().enumerate().map(|(place, text)| Sent {
                        path: path(place),
                        text: Ok(text.into_owned()),
                    }),
                );
            }
        }
    }
    Ok(sent)
}

/// The key set: the one that the option names, else the newer of the one in the files and that of
/// the home. If all are refused, the first error.
type Keys = Result<Option<KeySet>, FileRefusal>;

fn find_keys(
    args: &Args,
    context: &mut CommandContext<'_>,
    home: Option<&Home>,
    sent: &[Sent],
    trust: &Trust<'_>,
) -> Result<Keys> {
    let mut opened: Vec<Result<KeySet, FileRefusal>> = Vec::new();
    if let Some(path) = &args.keyset {
        let raw = context.read(path, MAX_BUNDLE)?;
        match texts(&raw) {
            Ok(found) => {
                opened.extend(found.iter().map(|text| KeySet::open(text.as_bytes(), trust)));
            }
            Err(error) => opened.push(Err(error)),
        }
    } else {
        let own = home.map(|home| home.reader().find_keyset()).transpose()?.flatten();
        opened.extend(own.map(|set| KeySet::open(set.text.as_bytes(), trust)));
        // A key set in the files that is not valid has a verdict of its own.
        let sent = sent.iter().filter_map(|sent| sent.text.as_deref().ok());
        opened.extend(sent.map(|text| KeySet::open(text.as_bytes(), trust)).filter(Result::is_ok));
    }
    let (good, bad): (Vec<_>, Vec<_>) = opened.into_iter().partition(Result::is_ok);
    let newest = good.into_iter().flatten().max_by_key(|keys| keys.claims().version);
    Ok(match (newest, bad.into_iter().find_map(Result::err)) {
        (None, Some(error)) => Err(error),
        (newest, _) => Ok(newest),
    })
}

/// The credentials for the verification of licenses, each text once.
struct Credentials {
    texts: Vec<CredentialText>,
    /// True if the option names them; false if they are among the files.
    is_named: bool,
}

/// A text that may be a credential.
struct CredentialText {
    text: Zeroizing<String>,
    /// The container that the text claims to open.
    claimed: Option<String>,
    /// The credential, or the error.
    opened: Result<Credential, FileRefusal>,
}

impl Credentials {
    /// Returns the credential of a container, preferably one that opens it. The credential of
    /// another container is returned if the option names it.
    fn for_container(&self, container: &str) -> Option<&Result<Credential, FileRefusal>> {
        let own = || self.texts.iter().filter(|text| text.claimed.as_deref() == Some(container));
        let found = own().find(|text| text.opened.is_ok()).or(own().next());
        found.or(self.texts.first().filter(|_| self.is_named)).map(|text| &text.opened)
    }
}

/// Returns the credential that the option names, else those among the files.
fn find_credentials(
    args: &Args,
    context: &mut CommandContext<'_>,
    sent: &[Sent],
    (keys, statuses): (&Keys, &Statuses),
    now: Timestamp,
) -> Result<Credentials> {
    let is_credential = |text: &&str| {
        inspect::unverified(text).is_ok_and(|found| found.kind == Some(Kind::Credential))
    };
    let texts: Vec<Zeroizing<String>> = match &args.credential {
        Some(path) => texts_of(&Zeroizing::new(context.read(path, MAX_BUNDLE)?), Kind::Credential),
        None => {
            let sent =
                sent.iter().filter_map(|sent| sent.text.as_deref().ok()).filter(is_credential);
            sent.map(|text| Zeroizing::new(text.to_owned())).collect()
        }
    };
    let Ok(Some(keys)) = keys else {
        return Ok(Credentials { texts: Vec::new(), is_named: false });
    };
    let mut found: Vec<CredentialText> = Vec::new();
    for text in texts {
        if found.iter().any(|other| other.text == text) {
            continue;
        }
        let claimed =
            inspect::unverified(&text).ok().and_then(|found| container_in(&found.claims, "cloud"));
        let opened = keys.listed_credential(text.as_bytes(), statuses, now.as_second());
        found.push(CredentialText { text, claimed, opened });
    }
    Ok(Credentials { texts: found, is_named: args.credential.is_some() })
}

/// The newest status list of each URI.
struct Lists {
    statuses: Statuses,
    /// The errors of the named lists that are refused.
    refused: Vec<FileRefusal>,
}

/// Returns the lists that the option names, else those among the files. An invalid list among the
/// files has a verdict of its own.
fn find_lists(
    args: &Args,
    context: &mut CommandContext<'_>,
    sent: &[Sent],
    keys: &Keys,
    now: Timestamp,
) -> Result<Lists> {
    let mut lists = Lists { statuses: Statuses::new(), refused: Vec::new() };
    let named = match &args.status {
        Some(path) => Some(texts_of(&context.read(path, MAX_BUNDLE)?, Kind::StatusList)),
        None => None,
    };
    let Ok(Some(keys)) = keys else { return Ok(lists) };
    let read = |text: &str| -> Result<StatusToken, FileRefusal> {
        keys.status_list(text.as_bytes(), now.as_second())
    };
    let Some(named) = named else {
        let sent = sent.iter().filter_map(|sent| sent.text.as_deref().ok());
        for token in sent.filter_map(|text| read(text).ok()) {
            lists.statuses.add(token);
        }
        return Ok(lists);
    };
    for text in named {
        match read(&text) {
            Ok(token) => drop(lists.statuses.add(token)),
            Err(error) => lists.refused.push(error),
        }
    }
    Ok(lists)
}

/// Returns the device or dongle of the request that the option names.
fn find_device(
    args: &Args,
    context: &mut CommandContext<'_>,
    root: &str,
    keys: &Keys,
    now: Timestamp,
) -> Result<Option<std::result::Result<Device, FileRefusal>>> {
    let Some(path) = &args.request else { return Ok(None) };
    let raw = context.read(path, MAX_BUNDLE)?;
    let keys = keys.as_ref().ok().and_then(Option::as_ref);
    let roots = keys.map_or_else(|| vec![root.to_owned()], KeySet::roots);
    let vendor = Vendor {
        roots: &roots,
        test: keys.is_some_and(|keys| keys.claims().test),
        now: now.as_second(),
    };
    let texts = texts_of(&raw, Kind::Context);
    let text = texts.first().map_or(&[][..], |text| text.as_bytes());
    Ok(Some(Context::request(text, &vendor).map(|request| request.device())))
}

/// Returns the cloud container that a license claims to be bound to. The claim only selects the
/// credential for the verification.
fn cloud_of(text: &str) -> Option<String> {
    bound_to(text, &["cloud"])
}

/// Returns the container of one of these kinds that a license claims to be bound to.
fn bound_to(text: &str, kinds: &[&str]) -> Option<String> {
    let found = inspect::unverified(text).ok().filter(|found| found.kind == Some(Kind::License))?;
    kinds.iter().find_map(|kind| container_in(&found.claims, kind))
}

fn container_in(claims: &serde_json::Map<String, Value>, kind: &str) -> Option<String> {
    let container = claims.get("container").filter(|container| container["kind"] == kind)?;
    container["serial"].as_str().map(str::to_owned)
}

/// Adds the error of the available credential to the verdict on a license that lacks one.
fn explain(report: &mut Verdict, error: &FileRefusal) {
    if report.code != Some(VerdictCode::NoCredential.as_str()) {
        return;
    }
    let reason = format!("{}; the given credential is refused: {}", report.message, error.message);
    if let Some(check) = report.checks.last_mut() {
        check.detail.clone_from(&reason);
    }
    report.message = reason;
}

/// Adds the error of the refused list to a check that found no list.
fn add_refused_file(report: &mut Verdict, error: &FileRefusal) {
    let is_skipped = |check: &&mut CheckResult| check.name == "status" && check.ok.is_none();
    for check in report.checks.iter_mut().filter(is_skipped) {
        check.detail = format!("skipped: the given status list is refused: {}", error.message);
    }
}

fn judge(sent: &Sent, keys: &Keys, trust: &Trust<'_>, policy: &Policy<'_>) -> Verdict {
    let refused = |kind: Option<Kind>, name: &str, code: VerdictCode, message: &str| {
        Verdict::failed(Some(sent.path.clone()), kind, name, code, message)
    };
    let text = match &sent.text {
        Ok(text) => text,
        Err(error) => return refused(None, "size", error.code, &error.message),
    };
    let report =
        examine(text.as_bytes(), keys.as_ref().ok().and_then(Option::as_ref), trust, policy);
    // Every file except a key set is verified with a key set; if that is refused, the file is too.
    if let (
        Err(error),
        Some(Kind::License | Kind::Credential | Kind::Update | Kind::Context | Kind::StatusList),
    ) = (keys, report.kind)
    {
        return refused(
            report.kind,
            "key set",
            error.code,
            &format!("the key set is refused: {}", error.message),
        );
    }
    let instant =
        |seconds: i64| Timestamp::from_second(seconds).ok().map(|instant| instant.to_string());
    let (code, message) = verdict(&report);
    let mut checks: Vec<CheckResult> = report.checks.iter().map(CheckResult::of).collect();
    if report.kind == Some(Kind::License) {
        name_options(&mut checks);
    }
    Verdict {
        path: Some(sent.path.clone()),
        kind: report.kind.map(Kind::name),
        valid: report.verdict.is_ok(),
        code: code.map(VerdictCode::as_str),
        message,
        expires_at: report.expires.and_then(instant),
        checks,
        serial: report.subject,
    }
}

/// Names the options without which checks of a license are skipped.
fn name_options(checks: &mut [CheckResult]) {
    for check in checks.iter_mut().filter(|check| check.ok.is_none()) {
        match check.name.as_str() {
            "user" => "skipped: no --user given".clone_into(&mut check.detail),
            "product" => "skipped: no --product given".clone_into(&mut check.detail),
            _ => {}
        }
    }
}

fn verdict(report: &Report) -> (Option<VerdictCode>, String) {
    match &report.verdict {
        Err(error) => (Some(error.code), error.message.clone()),
        Ok(document) => match (document.warnings().first(), document) {
            (Some(warning), _) => (Some(warning.code), warning.message.clone()),
            (None, Document::License(license)) => {
                let claims = license.claims();
                let seats = count_of(claims.seats as usize, "seat");
                (
                    None,
                    format!(
                        "license {}: {} for {}, {seats}",
                        claims.sub, claims.product.name, claims.customer.name
                    ),
                )
            }
            (None, Document::Credential(credential)) => {
                let claims = credential.claims();
                (
                    None,
                    format!(
                        "credential {} of container {}, generation {}",
                        claims.serial, claims.container.serial, claims.generation
                    ),
                )
            }
            (None, Document::Update(update)) => {
                let (claims, count) = (update.claims(), update.licenses().len());
                let holds = count_of(count, "license");
                let blocked = claims
                    .blocked
                    .as_ref()
                    .map(|code| format!(", blocked ({code})"))
                    .unwrap_or_default();
                (
                    None,
                    format!(
                        "update {} of container {}, {holds}{blocked}",
                        claims.counter, claims.sub
                    ),
                )
            }
            (None, Document::Context(context)) => {
                let claims = context.claims();
                let of = claims
                    .sub
                    .as_ref()
                    .map(|serial| format!(" of container {serial}"))
                    .unwrap_or_default();
                let properties = claims.container.properties.len();
                let known = if properties > 0 {
                    format!(", {}", count_of(properties, "property"))
                } else {
                    String::new()
                };
                (
                    None,
                    format!(
                        "a {}{of}, kind {}{known}",
                        claims.purpose.as_str(),
                        claims.container.kind
                    ),
                )
            }
            (None, Document::StatusList(token)) => (
                None,
                format!(
                    "status list {}, {}",
                    token.claims().sub,
                    count_of(token.entries().len(), "entry")
                ),
            ),
            (None, Document::KeySet(set)) => {
                (None, format!("key set version {} of {}", set.claims().version, set.claims().iss))
            }
            (None, _) => (None, "all checks passed".into()),
        },
    }
}

/// Returns whether the file may have been ended or suspended since it was signed.
fn is_status_skipped(report: &Verdict) -> bool {
    report.checks.iter().any(|check| check.name == "status" && check.ok.is_none())
}

/// Returns a verdict for people, with its checks below it.
fn report_text(report: &Verdict) -> String {
    let Verdict { message, .. } = report;
    let path = report.path.as_deref().unwrap_or_default();
    let verdict = match (report.valid, report.code) {
        (true, None) if is_status_skipped(report) => {
            format!("{path}: valid, status not checked: {message}\n")
        }
        (true, None) => format!("{path}: valid: {message}\n"),
        (true, Some(code)) => format!("{path}: valid, with a warning: {message} ({code})\n"),
        (false, code) => format!("{path}: NOT VALID: {message} ({})\n", code.unwrap_or_default()),
    };
    let checks = report.checks.iter().map(|CheckResult { name, ok, detail }| {
        let mark = match ok {
            Some(true) => "ok",
            Some(false) => "NO",
            None => "-",
        };
        // A longer name, such as "status list", also ends with two spaces.
        format!("  {mark:<3} {:<10} {detail}\n", format!("{name} "))
    });
    printable(&std::iter::once(verdict).chain(checks).collect::<String>())
}
