//! Short lists of choices: a code that is kept, and words for the screen.

/// Writes an enum with `ALL`, `code`, `from_code` and `words`; in JSON it is its code.
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

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.code())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let code = <String as serde::Deserialize>::deserialize(from)?;
                $name::from_code(&code).ok_or_else(|| serde::de::Error::custom("an unknown choice"))
            }
        }
    };
}

pub(crate) use coded;
