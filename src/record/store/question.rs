//! The table of questions.

use rusqlite::{Connection, Params, Row, named_params, params};

use super::links;
use super::table::Table;
use super::value::{Day, Key};
use crate::directory::service;
use crate::record::question::{Id, Question, QuestionFilter};
use crate::record::{Error, appointment};

/// Adds a question, or keeps its new words.
pub(crate) fn put(connection: &Connection, question: &Question) -> Result<(), Error> {
    let _ = connection
        .prepare_cached(
            "insert into question
                 (id, text, starter_group, starter, appointment, service, position, asked_on,
                  answer, answered_by, answered_on)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
             on conflict (id) do update set
                 text = excluded.text, starter_group = excluded.starter_group,
                 starter = excluded.starter, appointment = excluded.appointment,
                 service = excluded.service, position = excluded.position,
                 asked_on = excluded.asked_on, answer = excluded.answer,
                 answered_by = excluded.answered_by, answered_on = excluded.answered_on",
        )?
        .execute(params![
            Key(question.id.0),
            question.text,
            question.group,
            question.starter,
            question.appointment.map(|id| Key(id.0)),
            question.service.map(|id| Key(id.0)),
            question.position,
            question.asked_on.map(Day),
            question.answer,
            question.answered_by,
            question.answered_on.map(Day),
        ])?;
    links::put_children(
        connection,
        Table::Question,
        question.id.0,
        &question.children,
    )
}

/// Questions in the family's order.
pub(crate) fn list(
    connection: &Connection,
    filter: &QuestionFilter,
) -> Result<Vec<Question>, Error> {
    let mut questions = select(
        connection,
        "where deleted_at is null
         and (:child is null or exists
             (select 1 from question_child where owner = question.id and child = :child))
         and (:appointment is null or appointment = :appointment)
         and (:group is null or starter_group = :group)
         and (:service is null or service = :service)
         order by position, seq",
        named_params! {
            ":child": filter.child.map(|id| Key(id.0)),
            ":appointment": filter.appointment.map(|id| Key(id.0)),
            ":group": filter.group,
            ":service": filter.service.map(|id| Key(id.0)),
        },
    )?;
    // In Rust, so that `Question::state` is the only place that says what a state is.
    questions.retain(|question| filter.state.is_none_or(|state| question.state() == state));
    Ok(questions)
}

/// Puts the questions in this order, in the places that they have between them.
pub(crate) fn reorder(
    connection: &Connection,
    appointment: appointment::Id,
    order: &[Id],
) -> Result<(), Error> {
    let mut places = Vec::with_capacity(order.len());
    for id in order {
        let question = kept(connection, *id)?;
        let question = question.filter(|question| question.appointment == Some(appointment));
        places.push(question.ok_or(Error::Gone)?.position);
    }
    places.sort_unstable();
    let mut next = i64::MAX;
    let mut put = connection.prepare_cached("update question set position = ?1 where id = ?2")?;
    for (id, own) in order.iter().zip(places).rev() {
        // Two questions can share a place; then the first takes one before, so that a new one still goes last.
        let place = own.min(next.saturating_sub(1));
        let _ = put.execute(params![place, Key(id.0)])?;
        next = place;
    }
    Ok(())
}

/// One question that is not in the bin.
pub(crate) fn kept(connection: &Connection, id: Id) -> Result<Option<Question>, Error> {
    Ok(select(
        connection,
        "where id = ?1 and deleted_at is null",
        [Key(id.0)],
    )?
    .pop())
}

/// One question, in the bin or not.
pub(crate) fn any(connection: &Connection, id: Id) -> Result<Option<Question>, Error> {
    Ok(select(connection, "where id = ?1", [Key(id.0)])?.pop())
}

fn select(connection: &Connection, which: &str, with: impl Params) -> Result<Vec<Question>, Error> {
    let sql = format!(
        "select id, text, starter_group, starter, appointment, service, position, asked_on, answer,
             answered_by, answered_on
         from question {which}"
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(with, from_row)?;
    let mut questions = rows.collect::<Result<Vec<Question>, _>>()?;
    for question in &mut questions {
        question.children = links::children(connection, Table::Question, question.id.0)?;
    }
    Ok(questions)
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<Question> {
    let day = |column| {
        row.get::<_, Option<Day>>(column)
            .map(|day| day.map(|day| day.0))
    };
    Ok(Question {
        id: Id(row.get::<_, Key>("id")?.0),
        text: row.get("text")?,
        group: row.get("starter_group")?,
        starter: row.get("starter")?,
        appointment: row
            .get::<_, Option<Key>>("appointment")?
            .map(|key| appointment::Id(key.0)),
        service: row
            .get::<_, Option<Key>>("service")?
            .map(|key| service::Id(key.0)),
        position: row.get("position")?,
        asked_on: day("asked_on")?,
        answer: row.get("answer")?,
        answered_by: row.get("answered_by")?,
        answered_on: day("answered_on")?,
        children: Vec::new(),
    })
}
