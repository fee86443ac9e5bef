//! Short lists of choices: a code that is kept, and words for the screen.

/// Writes an enum with `ALL`, `code`, `from_code` and `words`.
macro_rules! coded {
    (
        $(#[$about:meta])*
        $name:ident {
            $( $(#[$variant_about:meta])* $variant:ident = $code:literal, $words:literal; )+
        }
    ) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $( $(#[$variant_about])* $variant, )+
        }

        impl $name {
            /// Every choice, in the order a list shows them.
            pub const ALL: &'static [$name] = &[$( $name::$variant, )+];

            /// The code kept in the record. It never changes.
            pub fn code(self) -> &'static str {
                match self { $( $name::$variant => $code, )+ }
            }

            /// The choice with this code.
            pub fn from_code(code: &str) -> Option<$name> {
                match code { $( $code => Some($name::$variant), )+ _ => None }
            }

            /// What the screen says.
            pub fn words(self) -> &'static str {
                match self { $( $name::$variant => $words, )+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(self.words())
            }
        }
    };
}

pub(crate) use coded;
