//! The short lists a service is described by: what kind it is, who it helps,
//! who can ask, where it works, what it costs and how sure we are.
//!
//! Each value has a stable code, as written in `data/directory/somerset.json`,
//! and the words a screen shows for it.

use serde::{Deserialize, Serialize};

macro_rules! terms {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $value:ident = $code:literal, $words:literal;)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $code)] $value,)+
        }

        impl $name {
            /// Every value, in the order a screen lists them.
            pub const ALL: &'static [$name] = &[$($name::$value),+];

            /// The stable code used in files.
            pub const fn code(self) -> &'static str {
                match self { $($name::$value => $code,)+ }
            }

            /// What the screen and the page on paper say.
            pub const fn words(self) -> &'static str {
                match self { $($name::$value => $words,)+ }
            }

            /// The value with this code, if there is one.
            pub fn from_code(code: &str) -> Option<$name> {
                match code { $($code => Some($name::$value),)+ _ => None }
            }
        }
    };
}

terms! {
    /// Which part of the Local Offer a service belongs to.
    Sector {
        /// Health services.
        Health = "health", "Health";
        /// Schools, colleges, early years and the plans made for them.
        Education = "education", "Education";
        /// Social care for disabled children and their families.
        SocialCare = "social-care", "Social care";
        /// Clubs, groups and charities.
        Community = "community", "Community";
        /// Benefits, grants and money off.
        Money = "money", "Money";
        /// Information, advice and support.
        Information = "information", "Information and advice";
    }
}

terms! {
    /// A need that a service is for.
    Need {
        /// The service is for families whatever the need.
        Any = "any", "Any need";
        /// Talking, understanding and being understood.
        SpeechLanguage = "speech-language", "Talking and understanding";
        /// Autism, known or being looked into.
        Autism = "autism", "Autism";
        /// Attention deficit hyperactivity disorder.
        Adhd = "adhd", "Attention (ADHD)";
        /// Behaviour that worries a family or a school.
        Behaviour = "behaviour", "Behaviour";
        /// Feelings and mental health.
        MentalHealth = "mental-health", "Feelings and mental health";
        /// Sleep.
        Sleep = "sleep", "Sleep";
        /// Eating, drinking and feeding through a tube.
        Feeding = "feeding", "Eating and feeding";
        /// Wee, poo and bedwetting.
        Continence = "continence", "Toilet and nappies";
        /// A learning disability.
        LearningDisability = "learning-disability", "Learning";
        /// A physical disability.
        PhysicalDisability = "physical-disability", "Moving and physical disability";
        /// Wheelchairs and buggies.
        Wheelchair = "wheelchair", "Using a wheelchair";
        /// Hearing loss and deafness.
        Hearing = "hearing", "Hearing";
        /// Sight loss and blindness.
        Vision = "vision", "Sight";
        /// A long-term illness or complex health needs.
        ComplexHealth = "complex-health", "Health needs";
    }
}

terms! {
    /// Who can ask for a service.
    ReferralRoute {
        /// The family asks, with nobody in between.
        SelfReferral = "self", "You can ask for it yourself";
        /// The family doctor refers.
        Gp = "gp", "Your family doctor (GP) asks for it";
        /// Another health worker refers.
        HealthProfessional = "health-professional", "A health worker asks for it";
        /// The school, nursery or college refers.
        School = "school", "School asks for it";
        /// A social worker refers.
        SocialWorker = "social-worker", "A social worker asks for it";
        /// The council decides or arranges.
        Council = "council", "The council asks for it";
        /// No page said who can ask.
        Unknown = "unknown", "We could not confirm who can ask";
    }
}

terms! {
    /// How wide an area a service works in.
    Scope {
        /// Somerset, or part of it.
        Somerset = "somerset", "Somerset";
        /// The South West, near enough to travel to.
        Region = "region", "South West";
        /// The whole country.
        National = "national", "National";
    }
}

terms! {
    /// What a family pays.
    Fees {
        /// Nothing.
        Free = "Free", "Free";
        /// It depends on the family's income.
        MeansTested = "Means-tested", "Depends on your income";
        /// The family pays.
        Paid = "Paid", "You pay";
    }
}

terms! {
    /// How sure we are of what is said about a service.
    Confidence {
        /// Read word for word in a source; this says nothing about how recent it is.
        High = "high", "Read clearly in a source";
        /// Read in a source, with something left to check.
        Medium = "medium", "Read in a source, with something left to check";
        /// Only mentioned in passing.
        Low = "low", "Only mentioned in a source, so check first";
    }
}
