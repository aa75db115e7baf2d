//! `verify`: a file as the licensed application sees it. It needs no home; the runtime alone
//! decides.

use std::path::PathBuf;

use licentia_runtime::{
    Binding, Code as FileCode, Context, Credential, Device, Document, KeySet, Kind, MAX_BUNDLE,
    Policy, Refusal as FileRefusal, Report, StatusToken, Statuses, Trust, Vendor, examine, inspect,
    texts,
};
use serde_json::Value;
use zeroize::Zeroizing;

use crate::cli::context::{CommandContext, Home, texts_of};
use crate::cli::outcome::Outcome;
use crate::domain::Error;
use crate::domain::name::printable;
use crate::domain::time::{Timestamp, parse_instant};
use crate::ops::error::Result;
use crate::ops::verify::answer::{CheckResult, Verdict};

/// Check files as the licensed application would
///
/// The key set is --keyset, else one in the files, else the home's; its root must be --root, else
/// the home's. A license of a cloud container is judged beside the credential that is given or sent
/// with it, one of a device or a dongle beside --request. Container, user and product are checked
/// only where asked for; a check that was not made says "skipped". Exit status 4 when any file is
/// not valid. A person at the counter who wants our books' word too asks `licentia license check`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  licentia verify nordwind.lic --keyset acme.keyset --root \
        GFKhiTTEc-uMExgOqZJ4cKtCNRn8ue5p0V68cGtPTeA")]
pub struct Args {
    /// The files; - is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// The key set to check against
    #[arg(long, value_name = "FILE")]
    keyset: Option<PathBuf>,
    /// The thumbprint of the root to trust
    #[arg(long, value_name = "THUMBPRINT")]
    root: Option<String>,
    /// Only licenses of this product
    #[arg(long, value_name = "CODE")]
    product: Option<String>,
    /// Only licenses that this user may use
    #[arg(long, value_name = "USERNAME")]
    user: Option<String>,
    /// The credential beside which licenses of its cloud container are good; else one in the files
    #[arg(long, value_name = "FILE")]
    credential: Option<PathBuf>,
    /// The request of the computer, or of the dongle with a key, that licenses bound to one are
    /// compared with
    #[arg(long, value_name = "FILE")]
    request: Option<PathBuf>,
    /// A status list, or several in one file; else those in the files
    #[arg(long, value_name = "FILE")]
    status: Option<PathBuf>,
    /// As of this instant instead of now
    #[arg(long, value_name = "INSTANT", value_parser = parse_instant)]
    at: Option<Timestamp>,
    /// Take files of test homes too
    #[arg(long)]
    allow_test: bool,
}

/// One text of the files.
struct Sent {
    path: String,
    text: Result<String, FileRefusal>,
}

pub fn run(args: &Args, command: &mut CommandContext<'_>) -> Result<Outcome> {
    // With both named, a home that does not open is no hindrance.
    let home = command.home_if_any(args.keyset.is_none() || args.root.is_none())?;
    let now = match (args.at, &home) {
        (Some(at), _) => at,
        (None, Some(home)) => home.now,
        (None, None) => command.now(false)?,
    };
    let root = find_root(args, home.as_ref())?;
    let allow_test = args.allow_test || home.as_ref().is_some_and(|home| home.vendor.test);
    let trust = Trust::new(&root, now.as_second());
    let trust = if allow_test { trust.allow_test() } else { trust };
    let sent = read_all(args, command)?;
    let keys = find_keys(args, command, home.as_ref(), &sent, &trust)?;
    let lists = find_lists(args, command, &sent, &keys, now)?;
    let beside = find_credentials(args, command, &sent, (&keys, &lists.statuses), now)?;
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
    let here = find_device(args, command, &root, &keys, now)?;
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
                // Credentials a request that is no good it is good nowhere.
                Some(Err(_)) => policy.clone(),
            };
            return judge(sent, &keys, &trust, &policy);
        }
        let chosen = sent
            .text
            .as_deref()
            .ok()
            .and_then(cloud_of)
            .and_then(|container| beside.for_container(&container));
        let policy = match chosen {
            None => policy.clone().binding(Binding::Unchecked),
            Some(Ok(credential)) => policy.clone().binding(Binding::Credential(credential)),
            // Without a good one a license of a cloud container is good nowhere.
            Some(Err(_)) => policy.clone(),
        };
        let mut report = judge(sent, &keys, &trust, &policy);
        if let Some(Err(refusal)) = chosen {
            explain(&mut report, refusal);
        }
        report
    };
    let mut reports: Vec<Verdict> = sent.iter().map(judged).collect();
    if let Some(refusal) = lists.refused.first() {
        reports.iter_mut().for_each(|report| tell_refused(report, refusal));
    }
    // What was named and is no good is told, whatever else is good.
    let mut bad = |name: &str, path: Option<&PathBuf>, refusal: &FileRefusal| {
        let path = path.map(|path| path.display().to_string());
        reports.push(Verdict::failed(path, None, name, refusal.code, &refusal.message));
    };
    for refusal in beside
        .texts
        .iter()
        .filter(|_| beside.is_named)
        .filter_map(|text| text.opened.as_ref().err())
    {
        bad("credential", args.credential.as_ref(), refusal);
    }
    for refusal in &lists.refused {
        bad("status list", args.status.as_ref(), refusal);
    }
    if let Some(Err(refusal)) = &here {
        bad("request", args.request.as_ref(), refusal);
    }
    let valid = reports.iter().all(|report| report.valid);
    let text = reports.iter().map(tell).collect();
    Ok(Outcome { exit: if valid { 0 } else { 4 }, ..Outcome::told_many(reports, &[], text) })
}

fn find_root(args: &Args, home: Option<&Home>) -> Result<String> {
    if let Some(root) = &args.root {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if root.len() != 43 || !root.chars().all(plain) {
            return Err(Error::usage(format!("{root:?} is not a thumbprint"))
                .hint("a thumbprint has 43 characters; `licentia key list` shows the root's")
                .into());
        }
        return Ok(root.clone());
    }
    let Some(home) = home else {
        return Err(Error::usage("no root to trust: there is no home here")
            .hint("name the vendor's root with --root THUMBPRINT, or a home with --home")
            .into());
    };
    let keys = home.reader().list_keys()?;
    let root = keys.into_iter().find(|key| key.role == crate::domain::key::Role::Root);
    Ok(root
        .ok_or_else(|| {
            Error::usage("this home has no root").hint("name one with --root THUMBPRINT")
        })?
        .kid)
}

fn read_all(args: &Args, command: &mut CommandContext<'_>) -> Result<Vec<Sent>> {
    let mut sent = Vec::new();
    for file in &args.files {
        let shown = file.display().to_string();
        let raw = command.read(file, MAX_BUNDLE)?;
        match texts(&raw) {
            Err(refusal) => sent.push(Sent { path: shown, text: Err(refusal) }),
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

/// The key set: the one named; else the newest of those sent and the home's. Where each is refused,
/// why the first was.
type Keys = Result<Option<KeySet>, FileRefusal>;

fn find_keys(
    args: &Args,
    command: &mut CommandContext<'_>,
    home: Option<&Home>,
    sent: &[Sent],
    trust: &Trust<'_>,
) -> Result<Keys> {
    let mut opened: Vec<Result<KeySet, FileRefusal>> = Vec::new();
    if let Some(path) = &args.keyset {
        let raw = command.read(path, MAX_BUNDLE)?;
        match texts(&raw) {
            Ok(found) => {
                opened.extend(found.iter().map(|text| KeySet::open(text.as_bytes(), trust)));
            }
            Err(refusal) => opened.push(Err(refusal)),
        }
    } else {
        let own = home.map(|home| home.reader().find_keyset()).transpose()?.flatten();
        opened.extend(own.map(|set| KeySet::open(set.text.as_bytes(), trust)));
        // What was sent and is no key set, or not a good one, is judged for itself.
        let sent = sent.iter().filter_map(|sent| sent.text.as_deref().ok());
        opened.extend(sent.map(|text| KeySet::open(text.as_bytes(), trust)).filter(Result::is_ok));
    }
    let (good, bad): (Vec<_>, Vec<_>) = opened.into_iter().partition(Result::is_ok);
    let newest = good.into_iter().flatten().max_by_key(|keys| keys.claims().version);
    Ok(match (newest, bad.into_iter().find_map(Result::err)) {
        (None, Some(refusal)) => Err(refusal),
        (newest, _) => Ok(newest),
    })
}

/// The credentials beside which licenses are judged, each text once.
struct Credentials {
    texts: Vec<CredentialText>,
    /// Whether somebody asked for them; else they just lie beside the licenses.
    is_named: bool,
}

/// A text that may be a credential.
struct CredentialText {
    text: Zeroizing<String>,
    /// The container that it claims to open.
    claimed: Option<String>,
    /// What it is, or why it is none.
    opened: Result<Credential, FileRefusal>,
}

impl Credentials {
    /// That of a container, of several one that opens; where one was named, and it is another's,
    /// that one.
    fn for_container(&self, container: &str) -> Option<&Result<Credential, FileRefusal>> {
        let own = || self.texts.iter().filter(|text| text.claimed.as_deref() == Some(container));
        let found = own().find(|text| text.opened.is_ok()).or(own().next());
        found.or(self.texts.first().filter(|_| self.is_named)).map(|text| &text.opened)
    }
}

/// The credential that was named, else those among the files sent.
fn find_credentials(
    args: &Args,
    command: &mut CommandContext<'_>,
    sent: &[Sent],
    (keys, statuses): (&Keys, &Statuses),
    now: Timestamp,
) -> Result<Credentials> {
    let is_credential = |text: &&str| {
        inspect::unverified(text).is_ok_and(|found| found.kind == Some(Kind::Credential))
    };
    let texts: Vec<Zeroizing<String>> = match &args.credential {
        Some(path) => texts_of(&Zeroizing::new(command.read(path, MAX_BUNDLE)?), Kind::Credential),
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

/// The status lists at hand: of each URI the newest.
struct Lists {
    statuses: Statuses,
    /// Why those are none that were named.
    refused: Vec<FileRefusal>,
}

/// The lists that were named, else those among the files sent. One that was sent and is no good is
/// judged for itself.
fn find_lists(
    args: &Args,
    command: &mut CommandContext<'_>,
    sent: &[Sent],
    keys: &Keys,
    now: Timestamp,
) -> Result<Lists> {
    let mut lists = Lists { statuses: Statuses::new(), refused: Vec::new() };
    let named = match &args.status {
        Some(path) => Some(texts_of(&command.read(path, MAX_BUNDLE)?, Kind::StatusList)),
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
            Err(refusal) => lists.refused.push(refusal),
        }
    }
    Ok(lists)
}

/// The computer or dongle whose request was named.
fn find_device(
    args: &Args,
    command: &mut CommandContext<'_>,
    root: &str,
    keys: &Keys,
    now: Timestamp,
) -> Result<Option<std::result::Result<Device, FileRefusal>>> {
    let Some(path) = &args.request else { return Ok(None) };
    let raw = command.read(path, MAX_BUNDLE)?;
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

/// The cloud container that a license claims to be bound to. It decides only beside what it is
/// judged.
fn cloud_of(text: &str) -> Option<String> {
    bound_to(text, &["cloud"])
}

/// The container of one of these kinds that a license claims to be bound to.
fn bound_to(text: &str, kinds: &[&str]) -> Option<String> {
    let found = inspect::unverified(text).ok().filter(|found| found.kind == Some(Kind::License))?;
    kinds.iter().find_map(|kind| container_in(&found.claims, kind))
}

fn container_in(claims: &serde_json::Map<String, Value>, kind: &str) -> Option<String> {
    let container = claims.get("container").filter(|container| container["kind"] == kind)?;
    container["serial"].as_str().map(str::to_owned)
}

/// Says of a license that lacks a credential why the one at hand is none.
fn explain(report: &mut Verdict, refusal: &FileRefusal) {
    if report.code != Some(FileCode::NoCredential.as_str()) {
        return;
    }
    let why = format!("{}; the one at hand is refused: {}", report.message, refusal.message);
    if let Some(check) = report.checks.last_mut() {
        check.detail.clone_from(&why);
    }
    report.message = why;
}

/// Says of what was looked up in no list that the one at hand is none.
fn tell_refused(report: &mut Verdict, refusal: &FileRefusal) {
    let is_skipped = |check: &&mut CheckResult| check.name == "status" && check.ok.is_none();
    for check in report.checks.iter_mut().filter(is_skipped) {
        check.detail = format!("skipped: the list at hand is refused: {}", refusal.message);
    }
}

fn judge(sent: &Sent, keys: &Keys, trust: &Trust<'_>, policy: &Policy<'_>) -> Verdict {
    let refused = |kind: Option<Kind>, name: &str, code: FileCode, message: &str| {
        Verdict::failed(Some(sent.path.clone()), kind, name, code, message)
    };
    let text = match &sent.text {
        Ok(text) => text,
        Err(refusal) => return refused(None, "size", refusal.code, &refusal.message),
    };
    let report =
        examine(text.as_bytes(), keys.as_ref().ok().and_then(Option::as_ref), trust, policy);
    // Every file but a key set is judged under one; when that is refused, so is the file.
    if let (
        Err(refusal),
        Some(Kind::License | Kind::Credential | Kind::Update | Kind::Context | Kind::StatusList),
    ) = (keys, report.kind)
    {
        return refused(
            report.kind,
            "key set",
            refusal.code,
            &format!("the key set is refused: {}", refusal.message),
        );
    }
    let instant =
        |seconds: i64| Timestamp::from_second(seconds).ok().map(|instant| instant.to_string());
    let (code, message) = verdict(&report);
    Verdict {
        path: Some(sent.path.clone()),
        kind: report.kind.map(Kind::name),
        valid: report.verdict.is_ok(),
        code: code.map(FileCode::as_str),
        message,
        expires_at: report.expires.and_then(instant),
        checks: report.checks.iter().map(CheckResult::of).collect(),
        serial: report.subject,
    }
}

fn verdict(report: &Report) -> (Option<FileCode>, String) {
    match &report.verdict {
        Err(refusal) => (Some(refusal.code), refusal.message.clone()),
        Ok(document) => match (document.warnings().first(), document) {
            (Some(warning), _) => (Some(warning.code), warning.message.clone()),
            (None, Document::License(license)) => {
                let claims = license.claims();
                let seats = if claims.seats == 1 {
                    "1 seat".to_owned()
                } else {
                    format!("{} seats", claims.seats)
                };
                (
                    None,
                    format!(
                        "{} of {} for {}, {seats}",
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
                let holds =
                    if count == 1 { "1 license".to_owned() } else { format!("{count} licenses") };
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
                    format!(", {properties} properties")
                } else {
                    String::new()
                };
                (
                    None,
                    format!("a {}{of}, {}{known}", claims.purpose.as_str(), claims.container.kind),
                )
            }
            (None, Document::StatusList(token)) => (
                None,
                format!("status list {}, {} entries", token.claims().sub, token.entries().len()),
            ),
            (None, Document::KeySet(set)) => {
                (None, format!("key set version {} of {}", set.claims().version, set.claims().iss))
            }
            (None, _) => (None, "good".into()),
        },
    }
}

/// A verdict for a person: the checks under it.
fn tell(report: &Verdict) -> String {
    let Verdict { message, .. } = report;
    let path = report.path.as_deref().unwrap_or_default();
    let verdict = match (report.valid, report.code) {
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
        format!("  {mark:<3} {name:<10} {detail}\n")
    });
    printable(&std::iter::once(verdict).chain(checks).collect::<String>())
}
