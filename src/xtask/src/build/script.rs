//! Scripts: drops whole-line comments and indentation from `boot.js`, `sw.js` and the bindgen glue.
//!
//! Rule: line by line only, nothing inside a line is touched. What is left of the glue is 4.4 kB brotli; a JavaScript
//! parser and minifier in this tool would be a heavy price for a part of that.

/// Removes comment lines, blank lines and indentation; a script with a template string over several lines stays whole.
pub fn strip(source: &str) -> String {
    if source.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return source.to_owned();
    }
    let mut out = String::with_capacity(source.len());
    let mut in_comment = false;
    for line in source.lines().map(str::trim) {
        if in_comment || line.starts_with("/*") {
            // A line that goes on behind the comment is code: `/*FILES*/[]` must survive.
            match line.split_once("*/") {
                None => in_comment = true,
                Some((_, after)) if after.trim().is_empty() => in_comment = false,
                Some((_, after)) if in_comment => {
                    in_comment = false;
                    push(&mut out, after.trim());
                }
                Some(_) => push(&mut out, line),
            }
        } else if !line.is_empty() && !line.starts_with("//") {
            push(&mut out, line);
        }
    }
    out
}

fn push(out: &mut String, line: &str) {
    out.push_str(line);
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::strip;

    #[test]
    fn comment_lines_and_indentation_go_and_code_stays() {
        let source = "// what it is\n/* long\n   story */\nfunction f() {\n    return '// no comment'; // why\n}\n/* a */ g();\n";
        assert_eq!(strip(source), "function f() {\nreturn '// no comment'; // why\n}\n/* a */ g();\n");
    }

    #[test]
    fn a_template_string_over_several_lines_is_left_alone() {
        let source = "const a = `one\n    two`;\n";
        assert_eq!(strip(source), source);
    }
}
