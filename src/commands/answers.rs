//! The form of the answer of every verb, by which the published schemas are generated and the tests
//! validate answers.

use std::collections::BTreeMap;
use std::ffi::OsString;

use serde_json::{Map, Value, json};

use crate::cli::render::Format;
use crate::cli::schema::{VerbAnswer, closed, list, object, pending, published, table, text};
use crate::ops::answer::{Added, Edited, Empty, ImportedRecords};
use crate::ops::assignment;
use crate::ops::audit::answer::{AuditEntryAnswer, VerifiedAudit};
use crate::ops::bundle::answer::BundleAnswer;
use crate::ops::company::answer::CompanyAnswer;
use crate::ops::container::answer::{
    ContainerAnswer, ContainerAttempt, ContainerDetails, CreatedContainer, ImportedContainer,
    ReceivedReceipt, SettledContainer, WrittenContainer,
};
use crate::ops::customer::answer::{CustomerAnswer, CustomerDetails, RetiredCustomer};
use crate::ops::doctor::answer::DoctorReport;
use crate::ops::find::answer::FoundRecord;
use crate::ops::health::answer::HealthReport;
use crate::ops::home::answer::NewHome;
use crate::ops::inspect::answer::InspectedText;
use crate::ops::key::answer::{
    AcceptedKeySetAnswer, CreatedKey, ExportedKey, ImportedKey, KeyAnswer, PlannedImport,
    PublishedJwks, PublishedKeySet, RetiredKeyAnswer, RevokedKeyAnswer, RootPin,
};
use crate::ops::man::answer::ManPages;
use crate::ops::module::answer::{ModuleAnswer, ModuleDetails};
use crate::ops::product::answer::{
    AppliedCatalogue, ExportedCatalogue, ProductAnswer, ProductDetails, RetiredProduct,
};
use crate::ops::recovery::answer::{
    GrantedQuota, IssuedRecoveryAnswer, PolicyAnswer, QuotaAnswer, RecoveryAnswer,
};
use crate::ops::status::answer::{PublishedStatusList, StatusEntryAnswer, StatusListAnswer};
use crate::ops::user::answer::{EditedUserAnswer, RemovedUser, UserAnswer, UserDetails};
use crate::ops::verify::answer::Verdict;

/// The forms of all verbs. A verb whose answer is an object or a list has two lines.
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
    pending("license issue"),
    pending("license list"),
    pending("license show"),
    pending("license export"),
    pending("license check"),
    pending("license edit"),
    pending("license extend"),
    pending("license renew"),
    pending("license activate"),
    pending("license return"),
    pending("license move"),
    pending("license switch"),
    pending("license replace"),
    pending("license suspend"),
    pending("license reinstate"),
    pending("license withdraw"),
    pending("license revoke"),
    pending("license delete"),
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
    pending("credential rotate"),
    pending("credential revoke"),
    pending("credential list"),
    pending("credential show"),
    pending("credential check"),
    pending("assignment add"),
    pending("assignment remove"),
    pending("assignment move"),
    table::<assignment::answer::Assignment>("assignment list"),
    pending("session start"),
    pending("session touch"),
    pending("session end"),
    pending("session list"),
    pending("session show"),
    pending("session prune"),
    pending("ticket create"),
    pending("ticket list"),
    pending("ticket show"),
    pending("ticket redeem"),
    pending("ticket cancel"),
    pending("ticket reissue"),
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
    list::<Verdict>("verify"),
    list::<InspectedText>("inspect"),
    object::<BundleAnswer>("bundle"),
    object::<HealthReport>("check"),
    object::<DoctorReport>("doctor"),
    text("completions"),
    object::<ManPages>("man"),
    object::<Empty>("man"),
];

/// Returns the files of `docs/reference/schema/`: the schema of each answer, and the index of the
/// verbs.
pub fn schema_files() -> BTreeMap<String, String> {
    let text = |value: &Value| format!("{value:#}\n");
    let schemas = published(ANSWERS);
    let mut files: BTreeMap<String, String> =
        schemas.iter().map(|(name, schema)| (format!("{name}.json"), text(schema))).collect();
    let mut index = Map::new();
    for answer in ANSWERS {
        let verb = index.entry(answer.verb).or_insert_with(|| json!({"schemas": []}));
        let name = answer.schema().map(|(name, _)| Value::String(format!("{name}.json")));
        verb["schemas"].as_array_mut().into_iter().for_each(|names| names.extend(name.clone()));
        if let Some(columns) = answer.columns() {
            verb["csv"] = json!(columns);
        }
    }
    files.insert("index.json".to_owned(), text(&Value::Object(index)));
    files
}

/// Returns the schemas of the answers of a verb in their closed form: none for a verb that prints a
/// text, `None` for an unknown verb and for a verb whose answer is not typed yet.
pub fn closed_schemas(verb: &str) -> Option<Vec<Value>> {
    let forms: Vec<&VerbAnswer> = ANSWERS.iter().filter(|answer| answer.verb == verb).collect();
    let is_typed = !forms.is_empty() && forms.iter().all(|answer| !answer.is_pending());
    is_typed.then(|| {
        forms.iter().filter_map(|answer| answer.schema()).map(|(_, it)| closed(it)).collect()
    })
}

/// Returns whether the answer of a verb is not typed yet.
pub fn is_pending(verb: &str) -> bool {
    verb == "error" || ANSWERS.iter().any(|answer| answer.verb == verb && answer.is_pending())
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
        walk(&super::super::whole(), "", &mut verbs);
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
