//! The form of the answer of every verb, by which the published schemas are generated and the tests
//! validate answers.

use std::collections::BTreeMap;
use std::ffi::OsString;

use serde_json::{Map, Value, json};

use crate::cli::explanation;
use crate::cli::render::Format;
use crate::cli::schema::{
    VerbAnswer, closed, error, list, object, published, table, table_with, text,
};
use crate::cli::schema_page;
use crate::ops::answer::{Added, Edited, Empty, ErrorAnswer, ImportedRecords};
use crate::ops::assignment;
use crate::ops::audit::answer::{
    AuditEntryAnswer, ExportedAudit, SignedHead, VerifiedAudit, VerifiedFile,
};
use crate::ops::bundle::answer::BundleAnswer;
use crate::ops::company::answer::CompanyAnswer;
use crate::ops::container::answer::{
    ContainerAnswer, ContainerAttempt, ContainerDetails, CreatedContainer, ImportedContainer,
    ReceivedReceipt, SettledContainer, WrittenContainer,
};
use crate::ops::credential::answer::{CheckedCredential, CredentialAnswer, PlannedCredential};
use crate::ops::customer::answer::{CustomerAnswer, CustomerDetails, RetiredCustomer};
use crate::ops::doctor::answer::{
    AcceptedDifference, AcceptedRecordAnswer, DoctorReport, RepairedRecordAnswer,
};
use crate::ops::explain::answer::ExplainedCode;
use crate::ops::find::answer::FoundRecord;
use crate::ops::health::answer::HealthReport;
use crate::ops::home::answer::NewHome;
use crate::ops::inspect::answer::InspectedText;
use crate::ops::key::answer::{
    AcceptedKeySetAnswer, CreatedKey, ExportedKey, ImportedKey, KeyAnswer, PlannedImport,
    PublishedJwks, PublishedKeySet, RetiredKeyAnswer, RevokedKeyAnswer, RootPin,
};
use crate::ops::license::answer::{
    ChangedLicense, CheckedLicense, ExportedLicense, IssuedLicense, LicenseAnswer, LicenseRow,
    ReassignedLicense, ShownLicense,
};
use crate::ops::man::answer::ManPages;
use crate::ops::module::answer::{ModuleAnswer, ModuleDetails};
use crate::ops::product::answer::{
    AppliedCatalogue, ExportedCatalogue, ProductAnswer, ProductDetails, RetiredProduct,
};
use crate::ops::recovery::answer::{
    GrantedQuota, IssuedRecoveryAnswer, PolicyAnswer, QuotaAnswer, RecoveryAnswer,
};
use crate::ops::session::answer::SessionFacts;
use crate::ops::status::answer::{PublishedStatusList, StatusEntryAnswer, StatusListAnswer};
use crate::ops::ticket::answer::{RedeemedTicket, TicketAnswer, TicketCode};
use crate::ops::user::answer::{EditedUserAnswer, RemovedUser, UserAnswer, UserDetails};
use crate::ops::verify::answer::Verdict;

/// The forms of all verbs. A verb with several forms has a line for each form.
const ANSWERS: &[VerbAnswer] = &[
    text("quickstart"),
    object::<NewHome>("init"),
    table::<FoundRecord>("find"),
    object::<Added<CreatedKey>>("key create"),
    table::<KeyAnswer>("key list"),
    object::<KeyAnswer>("key show"),
    object::<ImportedKey>("key import"),
    object::<PlannedImport>("key import"),
    object::<ExportedKey>("key export"),
    object::<KeyAnswer>("key passphrase"),
    object::<RetiredKeyAnswer>("key retire"),
    object::<RevokedKeyAnswer>("key revoke"),
    object::<PublishedKeySet>("key publish"),
    object::<PublishedJwks>("key publish"),
    object::<AcceptedKeySetAnswer>("key accept"),
    object::<RootPin>("key pin"),
    object::<Added<ProductAnswer>>("product add"),
    object::<Edited<ProductAnswer>>("product edit"),
    table::<ProductAnswer>("product list"),
    object::<ProductDetails>("product show"),
    object::<RetiredProduct>("product retire"),
    object::<AppliedCatalogue>("product apply"),
    object::<ExportedCatalogue>("product export"),
    object::<Added<ModuleAnswer>>("module add"),
    object::<Edited<ModuleAnswer>>("module edit"),
    table::<ModuleAnswer>("module list"),
    object::<ModuleDetails>("module show"),
    object::<ModuleAnswer>("module remove"),
    object::<Added<CustomerAnswer>>("customer add"),
    object::<Edited<CustomerAnswer>>("customer edit"),
    table::<CustomerAnswer>("customer list"),
    object::<ImportedRecords>("customer import"),
    object::<CustomerDetails>("customer show"),
    object::<RetiredCustomer>("customer retire"),
    object::<Added<CompanyAnswer>>("company add"),
    object::<Edited<CompanyAnswer>>("company edit"),
    table::<CompanyAnswer>("company list"),
    object::<CompanyAnswer>("company show"),
    object::<CompanyAnswer>("company remove"),
    object::<Added<UserAnswer>>("user add"),
    object::<EditedUserAnswer>("user edit"),
    table::<UserAnswer>("user list"),
    object::<ImportedRecords>("user import"),
    object::<UserDetails>("user show"),
    object::<RemovedUser>("user remove"),
    object::<IssuedLicense>("license issue"),
    table_with::<LicenseAnswer, LicenseRow>("license list"),
    object::<ShownLicense>("license show"),
    object::<ExportedLicense>("license export"),
    object::<Empty>("license export"),
    object::<CheckedLicense>("license check"),
    object::<ChangedLicense>("license edit"),
    object::<ChangedLicense>("license extend"),
    object::<ChangedLicense>("license renew"),
    table_with::<ChangedLicense, LicenseRow>("license renew"),
    object::<ChangedLicense>("license activate"),
    object::<ChangedLicense>("license return"),
    object::<ChangedLicense>("license move"),
    object::<IssuedLicense>("license switch"),
    object::<IssuedLicense>("license replace"),
    object::<ChangedLicense>("license suspend"),
    object::<ChangedLicense>("license reinstate"),
    object::<ChangedLicense>("license withdraw"),
    object::<ChangedLicense>("license revoke"),
    object::<ChangedLicense>("license delete"),
    table_with::<ChangedLicense, LicenseRow>("license delete"),
    object::<CreatedContainer>("container create"),
    table::<ContainerAnswer>("container list"),
    object::<ContainerDetails>("container show"),
    object::<Edited<ContainerAnswer>>("container edit"),
    object::<WrittenContainer>("container update"),
    object::<ContainerAnswer>("container update"),
    object::<ReceivedReceipt>("container receive"),
    object::<WrittenContainer>("container context"),
    object::<ContainerAnswer>("container context"),
    object::<ImportedContainer>("container adopt"),
    object::<ImportedContainer>("container import"),
    object::<SettledContainer>("container confirm"),
    object::<ContainerAnswer>("container resolve"),
    object::<ContainerAnswer>("container block"),
    object::<ContainerAnswer>("container unblock"),
    table::<ContainerAttempt>("container attempts"),
    object::<SettledContainer>("container recycle"),
    object::<ContainerAnswer>("container retire"),
    object::<CredentialAnswer>("credential rotate"),
    object::<PlannedCredential>("credential rotate"),
    object::<CredentialAnswer>("credential revoke"),
    table::<CredentialAnswer>("credential list"),
    object::<CredentialAnswer>("credential show"),
    object::<CheckedCredential>("credential check"),
    object::<ReassignedLicense>("assignment add"),
    object::<ReassignedLicense>("assignment remove"),
    object::<ReassignedLicense>("assignment move"),
    table::<assignment::answer::Assignment>("assignment list"),
    object::<SessionFacts>("session start"),
    object::<SessionFacts>("session touch"),
    object::<SessionFacts>("session end"),
    table::<SessionFacts>("session list"),
    object::<SessionFacts>("session show"),
    table::<SessionFacts>("session prune"),
    object::<TicketCode>("ticket create"),
    table::<TicketCode>("ticket create"),
    table::<TicketAnswer>("ticket list"),
    object::<TicketAnswer>("ticket show"),
    object::<RedeemedTicket>("ticket redeem"),
    object::<TicketAnswer>("ticket cancel"),
    object::<TicketCode>("ticket reissue"),
    object::<IssuedRecoveryAnswer>("recovery issue"),
    table::<RecoveryAnswer>("recovery list"),
    object::<RecoveryAnswer>("recovery show"),
    object::<RecoveryAnswer>("recovery export"),
    object::<RecoveryAnswer>("recovery reverse"),
    object::<QuotaAnswer>("recovery quota"),
    table::<QuotaAnswer>("recovery quota"),
    object::<GrantedQuota>("recovery grant"),
    table::<GrantedQuota>("recovery grant"),
    object::<PolicyAnswer>("recovery policy"),
    table::<PublishedStatusList>("status publish"),
    table::<StatusListAnswer>("status list"),
    table::<StatusEntryAnswer>("status show"),
    table::<AuditEntryAnswer>("audit list"),
    object::<VerifiedAudit>("audit verify"),
    object::<VerifiedFile>("audit verify"),
    object::<SignedHead>("audit anchor"),
    object::<Empty>("audit anchor"),
    object::<ExportedAudit>("audit export"),
    list::<Verdict>("verify"),
    list::<InspectedText>("inspect"),
    object::<BundleAnswer>("bundle"),
    object::<HealthReport>("check"),
    object::<DoctorReport>("doctor"),
    object::<AcceptedDifference>("doctor"),
    object::<AcceptedRecordAnswer>("doctor"),
    object::<RepairedRecordAnswer>("doctor"),
    list::<ExplainedCode>("explain"),
    text("completions"),
    object::<ManPages>("man"),
    object::<Empty>("man"),
];

/// The form of a failed command.
const ERROR: VerbAnswer = error::<ErrorAnswer>();

/// Returns the files of `docs/reference/schema/`: the schema of each answer, and the index of the
/// verbs.
pub fn schema_files() -> BTreeMap<String, String> {
    let text = |value: &Value| format!("{value:#}\n");
    let schemas = published(all());
    let mut files: BTreeMap<String, String> =
        schemas.iter().map(|(name, schema)| (format!("{name}.json"), text(schema))).collect();
    let index = index();
    files.insert("index.json".to_owned(), text(&index));
    files
}

/// Returns the schemas and the CSV columns of each verb.
fn index() -> Value {
    let mut index = Map::new();
    for answer in all() {
        let verb = index.entry(answer.verb).or_insert_with(|| json!({"schemas": []}));
        let name = answer.schema().map(|(name, _)| Value::String(format!("{name}.json")));
        verb["schemas"].as_array_mut().into_iter().for_each(|names| names.extend(name.clone()));
        if let Some(columns) = answer.columns() {
            verb["csv"] = json!(columns);
        }
    }
    Value::Object(index)
}

/// Returns the text of `docs/reference/json.md`.
pub fn json_page() -> String {
    schema_page::page(&published(all()), &index())
}

/// Returns the text of `docs/reference/codes.md`.
pub fn codes_page() -> String {
    explanation::page()
}

/// Returns the schemas of the answers of a verb in their closed form: none for a verb that prints a
/// text, `None` for an unknown verb. The verb `error` is that of failed commands.
pub fn closed_schemas(verb: &str) -> Option<Vec<Value>> {
    let forms: Vec<&VerbAnswer> = all().filter(|answer| answer.verb == verb).collect();
    let schemas = || forms.iter().filter_map(|answer| answer.schema()).map(|(_, it)| closed(it));
    (!forms.is_empty()).then(|| schemas().collect())
}

fn all() -> impl Iterator<Item = &'static VerbAnswer> {
    ANSWERS.iter().chain(std::iter::once(&ERROR))
}

/// Returns the verb that arguments name, and whether its answer is JSON.
pub fn verb_of(args: &[OsString]) -> (String, bool) {
    let definition = super::definition().ignore_errors(true);
    let Ok(matches) = definition.try_get_matches_from(args) else { return Default::default() };
    let mut words = Vec::new();
    let mut inner = &matches;
    while let Some((word, below)) = inner.subcommand() {
        words.push(word);
        inner = below;
    }
    let is_json = Format::guess(args) == Format::Json;
    (words.join(" "), is_json)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_has_the_form_of_its_answer() {
        fn walk(command: &clap::Command, path: &str, verbs: &mut Vec<String>) {
            let below: Vec<_> =
                command.get_subcommands().filter(|below| below.get_name() != "help").collect();
            if below.is_empty() {
                verbs.push(path.trim().to_owned());
            }
            for below in below {
                walk(below, &format!("{path} {}", below.get_name()), verbs);
            }
        }
        let mut verbs = Vec::new();
        walk(&crate::commands::definition(), "", &mut verbs);
        let mut stated: Vec<&str> = ANSWERS.iter().map(|answer| answer.verb).collect();
        stated.dedup();
        assert_eq!(stated, verbs);
    }

    #[test]
    fn the_columns_of_csv_files_are_members_of_their_lines() {
        for answer in ANSWERS {
            let unknown = answer.unknown_columns();
            assert!(unknown.is_empty(), "{}: {unknown:?}", answer.verb);
        }
    }

    #[test]
    fn a_verb_is_found_by_its_words_and_aliases() {
        let verb = |line: &str| {
            let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            verb_of(&words)
        };
        assert_eq!(verb("licentia license add x --json"), ("license issue".to_owned(), true));
        assert_eq!(verb("licentia --format json find x"), ("find".to_owned(), true));
        assert_eq!(verb("licentia key list --format csv"), ("key list".to_owned(), false));
    }
}
