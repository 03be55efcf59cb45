//! What came of deliveries, for a person.

use std::path::Path;

use hookgen::fit::{Came, Found, Mended, Report, What};

use super::To;
use crate::inspect::words;
use crate::table::Table;

/// What came of holding deliveries against a description.
pub(super) fn said(report: &Report) -> String {
    let others = report.deliveries - report.fitting;
    let mut text = match (report.deliveries, others) {
        (0, _) => "no delivery\n".to_owned(),
        (1, 0) => "1 delivery, which fits\n".to_owned(),
        (1, _) => "1 delivery, which does not fit\n".to_owned(),
        (all, 0) => format!("{all} deliveries, all of which fit\n"),
        (all, 1) => format!("{all} deliveries, 1 of which does not fit\n"),
        (all, others) => format!("{all} deliveries, {others} of which do not fit\n"),
    };
    if !report.empty.is_empty() {
        let title = format!("Files without a delivery ({})", report.empty.len());
        let mut table = Table::new(title);
        for file in &report.empty {
            table.line(&words::line(file));
        }
        text.push('\n');
        text.push_str(&table.render());
    }
    let lists = [
        ("Does not fit", &report.misfits),
        ("Fits, and is not described", &report.notes),
    ];
    for (title, list) in lists {
        if !list.is_empty() {
            text.push('\n');
            text.push_str(&places(title, list));
        }
    }
    let lists = [
        ("Events that are not described", &report.unknown),
        ("Deliveries that cannot be read", &report.unreadable),
    ];
    for (title, list) in lists {
        if list.is_empty() {
            continue;
        }
        let mut table = Table::new(format!("{title} ({})", list.len()));
        for one in list {
            let times = times(one.times);
            let first = format!("first in {} #{}", one.first.file, one.first.number);
            table.row([words::line(&one.why), times, first]);
        }
        text.push('\n');
        text.push_str(&table.render());
    }
    text
}

/// A line for each place, and below it one for each kind of what came.
fn places(title: &str, list: &[Found]) -> String {
    let mut table = Table::new(format!("{title} ({})", list.len()));
    for found in list {
        table.line(&format!("{}  {}", found.reference, found.location));
        for came in &found.came {
            let first = &came.first;
            table.row([
                format!("  {}", words::line(&came.what.to_string())),
                often(found, came),
                format!(
                    "first in {} #{} at {}",
                    first.file,
                    first.number,
                    words::line(&first.path)
                ),
            ]);
        }
    }
    table.render()
}

/// How often something came, where it is known what that is out of.
fn often(found: &Found, came: &Came) -> String {
    match (&came.what, found.objects) {
        (What::Missing, Some(objects)) => format!("{} of {objects}", came.times),
        _ => times(came.times),
    }
}

fn times(count: usize) -> String {
    match count {
        1 => "once".to_owned(),
        count => format!("{count} times"),
    }
}

/// What became of the overlay.
pub(super) fn said_of(mended: &Mended, file: &Path, to: To) -> String {
    let file = file.display();
    let (wrote, not_written) = match to {
        To::Stdout => (
            "wrote an overlay".to_owned(),
            "no overlay is written".to_owned(),
        ),
        _ => (format!("wrote {file}"), format!("`{file}` is not written")),
    };
    let report = &mended.report;
    let count = match mended.actions.len() {
        0 if report.deliveries == 0 => {
            return format!("{not_written}, as there is no delivery\n");
        }
        0 if report.all_fit() => {
            return format!("{not_written}, as all fit without it\n");
        }
        0 => {
            return format!(
                "{not_written}, as no change of the main file is known under which they fit\n"
            );
        }
        1 => "1 action".to_owned(),
        count => format!("{count} actions"),
    };
    if report.all_fit() {
        return format!("{wrote}: {count}, under which all deliveries fit\n");
    }
    format!(
        "{wrote}: {count}, but not everything fits under it:\n{}",
        said(report)
    )
}
