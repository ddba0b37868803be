//! Which files lessons are made of, by name.
//!
//! The rule a reader could break: a name that is not here is a stray file, and the checker says so. To add a sort of
//! file: a variant, its arms, and what `schema.rs` says it holds.

/// A sort of TOML file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File {
    /// The lesson itself.
    Lesson,
    /// Its review items.
    Review,
    /// Its exam items.
    Exam,
    /// The road with its stops.
    Course,
    /// The people in the stories.
    Cast,
    /// Hard words.
    Glossary,
    /// What the law says.
    Laws,
    /// Who helps.
    Helpers,
    /// Real names that no lesson says.
    Deny,
}

impl File {
    /// All of them, in the order in which they are declared.
    pub const ALL: [File; 9] =
        [File::Lesson, File::Review, File::Exam, File::Course, File::Cast, File::Glossary, File::Laws, File::Helpers, File::Deny];

    /// Those in the folder of a lesson.
    pub const IN_LESSON: [File; 3] = [File::Lesson, File::Review, File::Exam];

    /// Those that lessons share.
    pub const SHARED: [File; 6] = [File::Course, File::Cast, File::Glossary, File::Laws, File::Helpers, File::Deny];

    /// The name of the file, without `.toml`.
    pub fn stem(self) -> &'static str {
        match self {
            File::Lesson => "lesson",
            File::Review => "review",
            File::Exam => "exam",
            File::Course => "course",
            File::Cast => "cast",
            File::Glossary => "glossary",
            File::Laws => "laws",
            File::Helpers => "helpers",
            File::Deny => "deny",
        }
    }

    /// The list that the file holds.
    pub fn list(self) -> &'static str {
        match self {
            File::Lesson => "step",
            File::Review => "review",
            File::Exam => "exam",
            File::Course => "stop",
            File::Cast => "person",
            File::Glossary => "term",
            File::Laws => "law",
            File::Helpers => "helper",
            File::Deny => "deny",
        }
    }

    /// The name of the file.
    pub fn name(self) -> String {
        [self.stem(), ".toml"].concat()
    }

    /// The name of its schema, in `lessons/`.
    pub fn schema(self) -> String {
        [self.stem(), ".schema.json"].concat()
    }

    /// The schema as the first line of the file names it.
    pub fn schema_path(self) -> String {
        let up = if File::IN_LESSON.contains(&self) { "../" } else { "./" };
        [up, &self.schema()].concat()
    }
}

/// The picture that the app itself shows at the end of a lesson.
pub const END: &str = "slot";

/// The frame around every page for grown-ups.
pub const FRAME: &str = "static/volwassenen.html";

/// The pages for grown-ups in the folder of a lesson.
pub const PAGES: [&str; 2] = ["teacher.md", "parents.md"];

/// The ids of the last release, beside the lessons.
pub const RELEASED: &str = "released.txt";

/// Words that are right though no dictionary has them, beside the lessons.
pub const WORDS: &str = "words.txt";

/// The folder of lessons, below the root.
pub const LESSONS: &str = "lessons";
