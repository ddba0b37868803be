//! Days as people write them.

/// `2026-11-24` as people write it.
pub(super) fn day(date: &str) -> String {
    const MONTHS: [&str; 12] =
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];
    let mut parts = date.split('-').map(str::parse::<usize>);
    match (parts.next(), parts.next(), parts.next()) {
        (Some(Ok(year)), Some(Ok(month @ 1..=12)), Some(Ok(day))) => format!("{day} {} {year}", MONTHS[month - 1]),
        _ => date.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn a_date_reads_as_people_write_it() {
        assert_eq!(day("2026-11-04"), "4 november 2026");
        assert_eq!(day("ooit"), "ooit");
    }
}
