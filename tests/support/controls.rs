//! What can be pressed or typed into.

use accesskit::Role;

/// Whether a person would call it a control.
pub fn is_control(role: Role) -> bool {
    matches!(
        role,
        Role::Button
            | Role::Link
            | Role::Tab
            | Role::RadioButton
            | Role::CheckBox
            | Role::PasswordInput
            | Role::TextInput
            | Role::SearchInput
            | Role::MultilineTextInput
            | Role::GridCell
            | Role::Cell
    )
}
