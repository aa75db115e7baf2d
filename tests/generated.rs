//! The generated files in the repository are equal to the output of the generator.

use std::collections::BTreeMap;
use std::path::Path;

use crate::env::TestEnvironment;

fn compare(folder: &str, generated: &BTreeMap<String, Vec<u8>>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    if std::env::var_os("LICENTIA_GENERATE").is_some_and(|way| way == "write") {
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("made");
        generated
            .iter()
            .for_each(|(name, bytes)| std::fs::write(folder.join(name), bytes).expect("written"));
        return;
    }
    let there: Vec<String> = std::fs::read_dir(&folder)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    let extra: Vec<_> = there.iter().filter(|name| !generated.contains_key(*name)).collect();
    assert!(extra.is_empty(), "nothing generates these: {extra:?}");
    for (name, bytes) in generated {
        let stored = std::fs::read(folder.join(name)).unwrap_or_default();
        assert!(stored == *bytes, "{name} is stale: LICENTIA_GENERATE=write cargo test generated");
    }
}

/// The comment that marks a file as generated.
const MARK: &str = "Generated: LICENTIA_GENERATE=write cargo test generated";

/// Returns a text with the comment that marks it as generated. The comment is the first line, or
/// the second line if the first has a meaning (`#compdef`).
fn marked(comment: &str, text: &[u8]) -> Vec<u8> {
    let mark = format!("{comment} {MARK}\n");
    let after = if text.starts_with(b"#compdef") {
        text.iter().position(|byte| *byte == b'\n').map_or(0, |end| end + 1)
    } else {
        0
    };
    [&text[..after], mark.as_bytes(), &text[after..]].concat()
}

#[test]
fn completions_are_current() {
    let env = TestEnvironment::new();
    let generated = [("bash", "licentia.bash"), ("zsh", "_licentia"), ("fish", "licentia.fish")]
        .map(|(shell, name)| {
            let script = env.line(&format!("completions {shell}")).assert(0).out;
            (name.to_owned(), marked("#", &script))
        });
    compare("completions", &generated.into());
}

#[test]
fn man_pages_are_current() {
    let env = TestEnvironment::new();
    env.line("man pages").assert(0);
    let mut generated: BTreeMap<String, Vec<u8>> = std::fs::read_dir(env.path("pages"))
        .expect("the pages")
        .map(|entry| entry.expect("an entry").path())
        .map(|path| {
            (
                path.file_name().expect("a name").to_string_lossy().into_owned(),
                std::fs::read(&path).expect("read"),
            )
        })
        .collect();
    // The administrator's program is in section 8, because `licentia container` has a page of that
    // name in section 1.
    let mut program = licentia_runtime::program::command();
    program.build();
    for (name, page) in licentia::man_page::pages(&program, &licentia::man_page::CONTAINER) {
        generated.insert(name, page.into_bytes());
    }
    assert!(
        generated.contains_key("licentia-container.8")
            && generated.contains_key("licentia-container-apply.8")
    );
    assert!(
        generated.contains_key("licentia.1") && generated.contains_key("licentia-license-issue.1"),
        "{:?}",
        generated.keys()
    );
    let mut references = 0;
    for (name, page) in &generated {
        let page = String::from_utf8_lossy(page).replace("\\-", "-");
        for section in [".SH SYNOPSIS", ".SH EXIT STATUS", ".SH ENVIRONMENT", ".SH SEE ALSO"] {
            assert!(page.contains(section), "{name} has no section {section}");
        }
        for word in page.split("\\fB").skip(1) {
            let word = word.split("\\fR").next().unwrap_or_default();
            let Some((page, section)) = word.trim_end_matches(')').split_once('(') else {
                continue;
            };
            references += 1;
            let other = format!("{page}.{section}");
            assert!(generated.contains_key(&other), "{name} refers to {other}");
        }
    }
    assert!(references > 500, "{references} references were seen");
    let page = String::from_utf8_lossy(&generated["licentia-user-edit.1"]);
    assert!(
        page.contains("Show the changes without making them")
            && page.contains("Answer yes to every"),
        "options without a word: {page}"
    );
    let generated =
        generated.iter().map(|(name, page)| (name.clone(), marked(".\\\"", page))).collect();
    compare("man", &generated);
    assert!(
        env.line("man dry --dry-run").assert(0).err.starts_with("Would write")
            && !env.path("dry").exists()
    );
}

#[test]
fn the_schemas_of_answers_are_current() {
    let files = licentia::answers::schema_files();
    let files = files.into_iter().map(|(name, text)| (name, text.into_bytes())).collect();
    compare("docs/reference/schema", &files);
}

/// Compares a generated page with the stored one, or writes it.
fn compare_page(path: &str, page: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let page = format!("<!-- {MARK} -->\n\n{page}");
    if std::env::var_os("LICENTIA_GENERATE").is_some_and(|way| way == "write") {
        std::fs::write(&file, page).expect("written");
        return;
    }
    let stored = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(stored == page, "{path} is stale: LICENTIA_GENERATE=write cargo test generated");
}

#[test]
fn the_page_of_codes_is_current() {
    compare_page("docs/reference/codes.md", &licentia::answers::codes_page());
}

#[test]
fn the_page_of_answers_in_json_is_current() {
    compare_page("docs/reference/json.md", &licentia::answers::json_page());
}

/// Returns the variables that a source reads: the texts after `var(`, and the passphrase variables.
fn variables(text: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let is_name = |it: char| it.is_ascii_uppercase() || it == '_';
    code.split('"')
        .skip(1)
        .step_by(2)
        .filter(|text| {
            text.len() > "LICENTIA_".len()
                && text.starts_with("LICENTIA_")
                && text.chars().all(is_name)
        })
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_page_of_variables_has_each_variable() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/reference/environment.md");
    let page = std::fs::read_to_string(path).expect("the page");
    let sources = ["src", "runtime/src"].into_iter().flat_map(crate::dependencies::sources);
    let read: Vec<String> = sources.flat_map(|source| variables(&source.text)).collect();
    assert!(read.len() >= 6, "{read:?}");
    for name in &read {
        assert!(page.contains(&format!("`{name}`")), "{name} is not in the page");
        let in_manual =
            licentia::man_page::LICENTIA.environment.iter().any(|it| it.0 == name.as_str());
        assert!(in_manual, "{name} is not in the man pages");
    }
}
