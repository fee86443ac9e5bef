//! axe-core in headless Chromium, where both are on this machine. `.ci/run` installs them where it
//! may. Nothing is fetched here: the pages and the checker are files.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where `npm ci` puts the checker, at the version that the lock file beside it names.
fn axe() -> PathBuf {
    let target = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target");
    target.join("axe/node_modules/axe-core/axe.min.js")
}

fn chromium() -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    ["chromium", "chromium-browser", "google-chrome"]
        .iter()
        .flat_map(|name| std::env::split_paths(&path).map(move |folder| folder.join(name)))
        .find(|program| program.is_file())
}

/// Opens the pages one after another in a frame, runs the checker in each as its own page, and
/// writes down what it found. Where the checker is unsure of a contrast it is because an address
/// goes on in a second line; the same two colours are checked on every other page.
const RUN: &str = r#"
const said = [];
const lines = (kind, list) => list.flatMap(rule => rule.nodes.map(node =>
  kind + " " + rule.id + ": " + rule.help + " " + node.html));
const check = async ([name, page]) => {
  const frame = document.createElement("iframe");
  frame.width = 1200; frame.height = 900; frame.srcdoc = page;
  const loaded = new Promise(done => frame.onload = done);
  document.body.append(frame);
  await loaded;
  const inside = frame.contentWindow;
  inside.eval(CHECKER);
  const found = await inside.axe.run(inside.document,
    { resultTypes: ["violations", "incomplete"] });
  const unsure = found.incomplete.filter(rule => rule.id !== "color-contrast");
  const all = lines("is wrong:", found.violations).concat(lines("may be wrong:", unsure));
  said.push("PAGE " + name + " " + found.passes.length);
  all.forEach(line => said.push(name + " " + line));
  frame.remove();
};
(async () => {
  for (const page of PAGES) await check(page);
  const found = document.createElement("pre");
  found.id = "found";
  found.textContent = said.join("\n") + "\nEND";
  document.body.replaceChildren(found);
})();
"#;

/// What the checker calls wrong or could not decide, a line each, and how many rules each page
/// passed.
type Findings = (Vec<String>, Vec<(String, u32)>);

/// What the checker finds. `None` when the checker or the browser is not on this machine, which is said.
fn findings(copies: &[(String, String)]) -> Option<Findings> {
    let axe = axe();
    let (Some(chromium), true) = (chromium(), axe.is_file()) else {
        // Past the test runner, which keeps to itself what a passing test prints.
        let _ = writeln!(
            std::io::stderr(),
            "NOT TESTED with axe-core: this machine has no Chromium, or no {}. \
             See tests/readable/packages.txt.",
            axe.display()
        );
        return None;
    };
    let work = tempfile::tempdir().unwrap();
    let inside = |text: &str| text.replace("</", "<\\/");
    // The pages let nothing run; for the checker that one line goes.
    let pages: Vec<(&str, String)> = copies
        .iter()
        .map(|(name, copy)| {
            assert!(copy.contains(POLICY), "{name} lets scripts run");
            (name.as_str(), copy.replace(POLICY, ""))
        })
        .collect();
    let pages = inside(&serde_json::to_string(&pages).unwrap());
    let checker = serde_json::to_string(&std::fs::read_to_string(axe).unwrap()).unwrap();
    let driver = work.path().join("driver.html");
    let script = format!(
        "const CHECKER = {};\nconst PAGES = {pages};\n{RUN}",
        inside(&checker)
    );
    let page =
        format!("<!doctype html><meta charset=\"utf-8\"><body><script>{script}</script></body>");
    std::fs::write(&driver, page).unwrap();
    let dumped = run(&chromium, &driver, work.path());
    let said = dumped
        .rsplit("<pre id=\"found\">")
        .next()
        .unwrap_or_default();
    let (said, _) = said.split_once("\nEND").unwrap_or_default();
    let mut wrong = vec![];
    let mut passed = vec![];
    for line in said.lines() {
        match line
            .strip_prefix("PAGE ")
            .and_then(|page| page.rsplit_once(' '))
        {
            Some((page, rules)) => passed.push((page.to_owned(), rules.parse().unwrap())),
            None => wrong.push(line.to_owned()),
        }
    }
    Some((wrong, passed))
}

const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" \
    content=\"default-src 'none'; style-src 'unsafe-inline'\">\n";

/// Fails on anything that the checker calls wrong or could not decide.
pub fn check(copies: &[(String, String)]) {
    let Some((wrong, passed)) = findings(copies) else {
        return;
    };
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(
        passed.len(),
        copies.len(),
        "the checker did not see every page"
    );
    for (page, rules) in passed {
        assert!(rules > 10, "{page} passed only {rules} rules");
    }
}

/// The checker itself is at work: a page with these things wrong does not pass.
pub fn finds_what_is_wrong(copy: &str) {
    let spoilt = [
        ("html-has-lang", copy.replace(" lang=\"en-GB\"", "")),
        ("page-has-heading-one", copy.replace("h1>", "h2>")),
        ("landmark-one-main", copy.replace("main>", "div>")),
        ("list", copy.replace("<li>", "<p>").replace("</li>", "</p>")),
        (
            "color-contrast",
            copy.replace("color: #1d2523", "color: #bbb"),
        ),
    ];
    let pages: Vec<_> = spoilt
        .iter()
        .map(|(rule, page)| ((*rule).to_owned(), page.clone()))
        .collect();
    let Some((wrong, _)) = findings(&pages) else {
        return;
    };
    for (rule, _) in spoilt {
        let found = format!("{rule} is wrong: {rule}:");
        assert!(
            wrong.iter().any(|line| line.starts_with(&found)),
            "{rule} is not found: {wrong:?}"
        );
    }
}

fn run(chromium: &Path, page: &Path, work: &Path) -> String {
    let done = Command::new(chromium)
        .args(["--headless", "--no-sandbox", "--disable-gpu"])
        .args(["--no-first-run", "--disable-background-networking"])
        .args(["--disable-extensions", "--disable-dev-shm-usage"])
        .arg("--host-resolver-rules=MAP * ~NOTFOUND")
        .arg(format!(
            "--user-data-dir={}",
            work.join("browser").display()
        ))
        .args(["--virtual-time-budget=600000", "--dump-dom"])
        .arg(format!("file://{}", page.display()))
        .output()
        .unwrap();
    String::from_utf8_lossy(&done.stdout).into_owned()
}
