//! Tests of the remedies: each variant is rendered, and clap parses each command line in it.

use clap::error::ErrorKind;

use crate::cli::explanation::{codes, entries};
use crate::cli::remedy::render;
use crate::commands::definition;
use crate::domain::remedy::{ModuleList, Noun, RecoveryGrant, Remedy};
use crate::domain::serial::{Kind, Serial};

/// Declares one sample or more of each variant. A variant without a sample does not compile: the
/// match has no other arm.
macro_rules! samples {
    ($($pattern:pat => [$($sample:expr),+ $(,)?],)+) => {
        fn samples() -> Vec<Remedy> {
            fn position(remedy: &Remedy) -> &'static str {
                match remedy { $($pattern => stringify!($pattern),)+ }
            }
            let mut all = Vec::new();
            $($({
                let sample = $sample;
                assert_eq!(position(&sample), stringify!($pattern), "a sample of another variant");
                all.push(sample);
            })+)+
            all
        }
    };
}

samples! {
    Remedy::Advice(_) => [Remedy::advice("name each user once")],
    Remedy::CommandLine(_) => [Remedy::CommandLine("`licentia license list` shows them".into())],
    Remedy::DidYouMean { .. } => [
        Remedy::DidYouMean {
            near: text("wm"),
            otherwise: Box::new(Remedy::List { noun: Noun::Product }),
        },
    ],
    Remedy::List { .. } => [
        Remedy::List { noun: Noun::License },
        Remedy::List { noun: Noun::Session },
        Remedy::List { noun: Noun::Ticket },
        Remedy::List { noun: Noun::Container },
        Remedy::List { noun: Noun::Recovery },
        Remedy::List { noun: Noun::Credential },
        Remedy::List { noun: Noun::Product },
        Remedy::List { noun: Noun::Customer },
        Remedy::List { noun: Noun::Key },
    ],
    Remedy::ListOf { .. } => [
        Remedy::ListOf { noun: Noun::Module, owner: text("wm") },
        Remedy::ListOf { noun: Noun::Company, owner: text("nordwind") },
        Remedy::ListOf { noun: Noun::User, owner: text("nordwind") },
    ],
    Remedy::ListContainersOf { .. } => [Remedy::ListContainersOf { customer: text("nordwind") }],
    Remedy::Show { .. } => [
        Remedy::Show { noun: Noun::License, id: license(), facts: "the state of the license" },
        Remedy::Show { noun: Noun::Container, id: container(), facts: "the state of the container" },
        Remedy::Show { noun: Noun::Recovery, id: serial(Kind::Recovery), facts: "the state of the recovery" },
        Remedy::Show { noun: Noun::Key, id: text("prod-2026"), facts: "the scope of the key" },
    ],
    Remedy::ShowEarlier { .. } => [
        Remedy::ShowEarlier { noun: Noun::License, id: license() },
        Remedy::ShowEarlier { noun: Noun::Container, id: container() },
        Remedy::ShowEarlier { noun: Noun::Recovery, id: serial(Kind::Recovery) },
        Remedy::ShowEarlier { noun: Noun::Ticket, id: serial(Kind::Ticket) },
    ],
    Remedy::CompareSerial { .. } => [
        Remedy::CompareSerial { noun: Noun::License },
        Remedy::CompareSerial { noun: Noun::Session },
        Remedy::CompareSerial { noun: Noun::Ticket },
    ],
    Remedy::Unretire { .. } => [
        Remedy::Unretire { noun: Noun::Product, code: text("wm") },
        Remedy::Unretire { noun: Noun::Customer, code: text("nordwind") },
    ],
    Remedy::UndoRetirement => [Remedy::UndoRetirement],
    Remedy::IfMissing { .. } => [
        Remedy::IfMissing { has_others: false },
        Remedy::IfMissing { has_others: true },
    ],
    Remedy::GrantParent { .. } => [
        Remedy::GrantParent { modules: text("wm-base,wm-gantt"), list: ModuleList::All },
        Remedy::GrantParent { modules: text("wm-base,wm-gantt"), list: ModuleList::Added },
        Remedy::GrantParent { modules: text("wm-base,wm-gantt"), list: ModuleList::InFile },
    ],
    Remedy::RemoveChildren { .. } => [
        Remedy::RemoveChildren { modules: text("wm-base,wm-gantt") },
    ],
    Remedy::AddModules => [Remedy::AddModules],
    Remedy::RemoveParent { .. } => [
        Remedy::RemoveParent { product: text("wm"), module: text("wm-gantt") },
    ],
    Remedy::EditModules { .. } => [Remedy::EditModules { product: text("wm") }],
    Remedy::AllowKinds { .. } => [Remedy::AllowKinds { product: text("wm") }],
    Remedy::AddBase => [Remedy::AddBase],
    Remedy::DropRequires => [Remedy::DropRequires],
    Remedy::RetireOne => [Remedy::RetireOne],
    Remedy::PrunedProduct => [Remedy::PrunedProduct],
    Remedy::PrunedModule => [Remedy::PrunedModule],
    Remedy::ApplyCatalogue { .. } => [Remedy::ApplyCatalogue { license: license() }],
    Remedy::EndIsExclusive => [Remedy::EndIsExclusive],
    Remedy::LongerCheckpoint => [Remedy::LongerCheckpoint],
    Remedy::LaterModuleEnd => [Remedy::LaterModuleEnd],
    Remedy::MoreSeats { .. } => [Remedy::MoreSeats { users: 3 }],
    Remedy::StateEnd => [Remedy::StateEnd],
    Remedy::Extend { .. } => [Remedy::Extend { license: license() }],
    Remedy::GiveEnd { .. } => [Remedy::GiveEnd { license: license() }],
    Remedy::EarlierEnd { .. } => [Remedy::EarlierEnd { license: license() }],
    Remedy::CountFromEnd => [Remedy::CountFromEnd],
    Remedy::EditOrReplace { .. } => [Remedy::EditOrReplace { license: license() }],
    Remedy::IssueAnother => [Remedy::IssueAnother],
    Remedy::Reinstate { .. } => [Remedy::Reinstate { license: license() }],
    Remedy::Deliver { .. } => [Remedy::Deliver { license: license() }],
    Remedy::ExportAgain { .. } => [Remedy::ExportAgain { license: license() }],
    Remedy::ReturnUnbound { .. } => [Remedy::ReturnUnbound { license: license() }],
    Remedy::ReturnFirst { .. } => [
        Remedy::ReturnFirst { license: license(), container: container() },
    ],
    Remedy::ReturnSome { .. } => [
        Remedy::ReturnSome { license: license(), container: container() },
    ],
    Remedy::ReturnOne { .. } => [Remedy::ReturnOne { license: license(), container: container() }],
    Remedy::ReturnSeats { .. } => [Remedy::ReturnSeats { license: license() }],
    Remedy::AddSeats { .. } => [Remedy::AddSeats { license: license() }],
    Remedy::FreeSeats { .. } => [Remedy::FreeSeats { license: license() }],
    Remedy::ProveRemoval { .. } => [
        Remedy::ProveRemoval { container: Some(container()), has_key: true, waiting: None },
        Remedy::ProveRemoval {
            container: None,
            has_key: false,
            waiting: Some(text("the removal of the seats is pending")),
        },
    ],
    Remedy::OmitSeats => [Remedy::OmitSeats],
    Remedy::OmitSeatsForAll => [Remedy::OmitSeatsForAll],
    Remedy::CloudModels => [Remedy::CloudModels],
    Remedy::TwoContainers => [Remedy::TwoContainers],
    Remedy::IssueThere { .. } => [
        Remedy::IssueThere { customer: text("nordwind"), container: container() },
    ],
    Remedy::OmitFiles => [Remedy::OmitFiles],
    Remedy::RemoveOther { .. } => [
        Remedy::RemoveOther { license: license(), user: text("anna"), kept: text("bo") },
    ],
    Remedy::RemoveAssigned { .. } => [Remedy::RemoveAssigned { license: license() }],
    Remedy::ListAssigned { .. } => [Remedy::ListAssigned { license: license() }],
    Remedy::MoveAssignment { .. } => [Remedy::MoveAssignment { license: license() }],
    Remedy::Assign { .. } => [Remedy::Assign { license: license(), user: text("anna") }],
    Remedy::JoinCompany { .. } => [
        Remedy::JoinCompany {
            customer: text("nordwind"),
            user: text("anna"),
            company: text("nord"),
        },
    ],
    Remedy::LeaveCompany { .. } => [
        Remedy::LeaveCompany { customer: text("nordwind"), user: text("anna") },
    ],
    Remedy::NameHost => [Remedy::NameHost],
    Remedy::EndSessions { .. } => [Remedy::EndSessions { license: license() }],
    Remedy::EndSessionsOrPlaceFewer { .. } => [
        Remedy::EndSessionsOrPlaceFewer { license: license() },
    ],
    Remedy::ShowHolders { .. } => [
        Remedy::ShowHolders { license: license(), next_end: None },
        Remedy::ShowHolders { license: license(), next_end: Some(text("2026-11-21T10:15:00Z")) },
    ],
    Remedy::EndOwnSession { .. } => [Remedy::EndOwnSession { sessions: text("S-… of anna") }],
    Remedy::RedeemCode => [Remedy::RedeemCode],
    Remedy::CompareCode => [Remedy::CompareCode],
    Remedy::ReissueTicket => [Remedy::ReissueTicket],
    Remedy::CreateTicket => [Remedy::CreateTicket],
    Remedy::AllowUnbound { .. } => [Remedy::AllowUnbound { licenses: vec![license(), license()] }],
    Remedy::ExportRedeemed { .. } => [
        Remedy::ExportRedeemed { license: Some(license()) },
        Remedy::ExportRedeemed { license: None },
    ],
    Remedy::ExpiresExclusive => [Remedy::ExpiresExclusive],
    Remedy::NameLicense => [Remedy::NameLicense],
    Remedy::CreateContainer => [Remedy::CreateContainer],
    Remedy::Unblock { .. } => [Remedy::Unblock { container: container() }],
    Remedy::UnblockFound { .. } => [Remedy::UnblockFound { container: container() }],
    Remedy::UpdateOrUnblock { .. } => [Remedy::UpdateOrUnblock { container: container() }],
    Remedy::Receive => [Remedy::Receive],
    Remedy::WriteUpdate { .. } => [Remedy::WriteUpdate { container: container() }],
    Remedy::UpdateInstead { .. } => [Remedy::UpdateInstead { container: container() }],
    Remedy::ReturnOrRecycle { .. } => [
        Remedy::ReturnOrRecycle { license: license(), container: container() },
    ],
    Remedy::RecycleFirst { .. } => [Remedy::RecycleFirst { container: container() }],
    Remedy::RetireContainer { .. } => [Remedy::RetireContainer { container: container() }],
    Remedy::Resolve { .. } => [Remedy::Resolve { container: container() }],
    Remedy::ResolveOnceKnown { .. } => [Remedy::ResolveOnceKnown { container: container() }],
    Remedy::ChangeUser { .. } => [Remedy::ChangeUser { container: container() }],
    Remedy::ListCredentials { .. } => [Remedy::ListCredentials { container: container() }],
    Remedy::JoinToAdopt => [Remedy::JoinToAdopt],
    Remedy::WriteContext { .. } => [Remedy::WriteContext { container: container() }],
    Remedy::TellTakenOut { .. } => [
        Remedy::TellTakenOut { license: license(), container: container() },
    ],
    Remedy::TellIssued { .. } => [
        Remedy::TellIssued { license: license(), container: container() },
    ],
    Remedy::CountOne => [Remedy::CountOne],
    Remedy::NameTarget { .. } => [Remedy::NameTarget { container: container() }],
    Remedy::OmitReturned => [Remedy::OmitReturned],
    Remedy::ShowRecovered { .. } => [
        Remedy::ShowRecovered { license: license(), to: other_container(), from: container() },
    ],
    Remedy::GrantRecoveries { .. } => [
        Remedy::GrantRecoveries { grants: vec![grant(true)], others: 0 },
        Remedy::GrantRecoveries { grants: vec![grant(true), grant(false)], others: 2 },
    ],
    Remedy::ReverseFirst { .. } => [Remedy::ReverseFirst { recovery: serial(Kind::Recovery) }],
    Remedy::MoveBack { .. } => [
        Remedy::MoveBack { from: container(), to: other_container(), is_blocked: true },
        Remedy::MoveBack { from: container(), to: other_container(), is_blocked: false },
    ],
    Remedy::CreateKey => [Remedy::CreateKey],
    Remedy::RestoreKeyFile { .. } => [Remedy::RestoreKeyFile { key: text("prod-2026") }],
    Remedy::UseLimitedKey { .. } => [Remedy::UseLimitedKey { key: text("prod-2026") }],
    Remedy::NameKey => [Remedy::NameKey],
    Remedy::NameSigningKey => [Remedy::NameSigningKey],
    Remedy::NameKeyOfEdition { .. } => [Remedy::NameKeyOfEdition { edition: "commercial" }],
    Remedy::NameScopedKey => [Remedy::NameScopedKey],
    Remedy::ListActiveKeys => [Remedy::ListActiveKeys],
    Remedy::ListAllKeys => [Remedy::ListAllKeys],
    Remedy::LongerMaxTerm => [Remedy::LongerMaxTerm],
    Remedy::OmitKinds => [Remedy::OmitKinds],
    Remedy::KeepLimits { .. } => [Remedy::KeepLimits { key: text("prod-2026") }],
    Remedy::EarlierSince => [Remedy::EarlierSince],
    Remedy::OmitSince => [Remedy::OmitSince],
    Remedy::SinceIsTheft => [Remedy::SinceIsTheft],
    Remedy::PublishKeySet => [Remedy::PublishKeySet],
    Remedy::AcceptElsewhere => [Remedy::AcceptElsewhere],
    Remedy::JoinAgain => [Remedy::JoinAgain],
    Remedy::PublishStatus => [Remedy::PublishStatus],
    Remedy::AcceptDatabase { key: _ } => [Remedy::AcceptDatabase { key: text("commercial") }],
    Remedy::AcceptRecord { subject: _ } => [Remedy::AcceptRecord { subject: text("L-7K3MQ-9X2D9") }],
    Remedy::RepairRecord { subject: _ } => [
        Remedy::RepairRecord { subject: text("product:calculator") },
        Remedy::RepairRecord { subject: text("keys") },
    ],
}

fn text(text: &str) -> String {
    text.to_owned()
}

fn serial(kind: Kind) -> String {
    Serial::placeholder(kind).to_string()
}

fn license() -> String {
    serial(Kind::License)
}

fn container() -> String {
    serial(Kind::Container)
}

fn other_container() -> String {
    Serial::random(Kind::Container, &mut |_, bytes: &mut [u8]| bytes.fill(1)).to_string()
}

fn grant(is_same_computer: bool) -> RecoveryGrant {
    RecoveryGrant { license: license(), is_same_computer }
}

/// Returns the command lines of a text, and the text without them.
fn commands(text: &str) -> (Vec<&str>, String) {
    let parts: Vec<&str> = text.split('`').collect();
    assert_eq!(parts.len() % 2, 1, "an open backtick: {text}");
    let commands = parts.iter().skip(1).step_by(2).copied().collect();
    (commands, parts.into_iter().step_by(2).collect())
}

/// Returns the flags that a text names.
fn flags(text: &str) -> Vec<&str> {
    let is_flag = |c: char| c.is_ascii_lowercase() || c == '-';
    text.split(|c: char| !is_flag(c))
        .filter_map(|word| word.strip_prefix("--").filter(|name| !name.is_empty()))
        .collect()
}

/// Returns the argument for a word of a command line: a placeholder becomes a value.
fn argument(word: &str) -> String {
    match word {
        "K-…" | "CONTAINER" => container(),
        "L-…" | "LICENSE" => license(),
        "S-…" | "SESSION" => serial(Kind::Session),
        "TICKET" => serial(Kind::Ticket),
        "DATE" => text("2030-01-01"),
        "E" | "EDITION" => text("commercial"),
        "N" => text("3"),
        // A kind of container is also a reason, a code and a user name.
        "…" | "KIND" => text("cloud"),
        "FILE" | "DIR" | "NAME" | "CODE" | "USER" | "USERNAME" | "FROM" | "TO" | "TEXT"
        | "REASON" => word.to_lowercase(),
        word => {
            let is_literal = !word.contains('…') && word.chars().any(|c| !c.is_ascii_uppercase());
            assert!(is_literal, "{word} is no known placeholder");
            word.to_owned()
        }
    }
}

/// Returns the error of a command line, if clap does not parse it.
fn refused(command: &str) -> Option<String> {
    let words: Vec<String> = command.split_whitespace().map(argument).collect();
    let error = definition().try_get_matches_from(&words).err()?;
    // A verb alone asks for its arguments.
    let is_verb = words.len() <= 3 && error.kind() == ErrorKind::MissingRequiredArgument;
    (!is_verb).then(|| error.to_string())
}

/// Returns whether a verb has a flag.
fn has_flag(command: &clap::Command, flag: &str) -> bool {
    command.get_arguments().any(|argument| argument.get_long() == Some(flag))
        || command.get_subcommands().any(|command| has_flag(command, flag))
}

#[test]
fn clap_parses_each_command_of_each_remedy() {
    let (whole, mut count, mut wrong) = (definition(), 0, Vec::new());
    for remedy in samples() {
        let rendered = render(&remedy);
        let (commands, rest) = commands(&rendered);
        for command in commands {
            count += 1;
            assert!(command.starts_with("licentia "), "{rendered}");
            wrong.extend(refused(command).map(|error| format!("{command}: {error}")));
        }
        for flag in flags(&rest) {
            count += 1;
            if !has_flag(&whole, flag) {
                wrong.push(format!("no verb has --{flag}: {rendered}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count >= 100, "{count} commands and flags were seen");
}

#[test]
fn clap_parses_each_command_of_each_explanation() {
    let (whole, mut count, mut wrong) = (definition(), 0, Vec::new());
    for entry in codes().into_iter().flat_map(entries) {
        for text in [entry.meaning, entry.action].iter().chain(entry.causes) {
            let (quoted, rest) = commands(text);
            for command in quoted.iter().filter(|text| text.starts_with("licentia ")) {
                count += 1;
                wrong.extend(refused(command).map(|error| format!("{command}: {error}")));
            }
            let others = quoted.iter().filter(|text| !text.starts_with("licentia"));
            for flag in others.flat_map(|text| flags(text)).chain(flags(&rest)) {
                count += 1;
                // Clap adds these when it parses.
                if !has_flag(&whole, flag) && !["help", "version"].contains(&flag) {
                    wrong.push(format!("no verb has --{flag}: {text}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count >= 60, "{count} commands and flags were seen");
}

#[test]
fn a_command_with_an_unknown_flag_verb_or_value_is_found() {
    for command in [
        "licentia license list --nothing",
        "licentia license nothing",
        "licentia license return --unbound",
        "licentia license show K-1",
    ] {
        assert!(refused(command).is_some(), "{command}");
    }
    assert_eq!(refused("licentia license issue"), None);
    assert_eq!(flags("leave --out and --out-dir out; a dash - is none"), ["out", "out-dir"]);
}
