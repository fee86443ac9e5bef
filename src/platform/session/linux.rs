//! logind and the screen savers.

use std::sync::Arc;

use futures::stream::{self, BoxStream, Stream, StreamExt};
use zbus::message::Type;
use zbus::zvariant::{OwnedFd, OwnedObjectPath};
use zbus::{Connection, MatchRule, MessageStream, Proxy, connection};

use super::{Buses, Hold, Signal};

const LOGIND: &str = "org.freedesktop.login1";

/// Each says `ActiveChanged` when the screen is locked or free again.
const SCREEN_SAVERS: [&str; 5] = [
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
];

type Signals = BoxStream<'static, Signal>;

pub(super) fn listen(buses: Buses) -> impl Stream<Item = Signal> {
    let system = stream::once(async {
        let signals = of_logind(buses.system).await;
        signals.unwrap_or_else(|_| stream::empty().boxed())
    });
    let session = stream::once(async {
        let signals = of_screen_savers(buses.session).await;
        signals.unwrap_or_else(|_| stream::empty().boxed())
    });
    // A bus that is not there ends its part at once; what listens must not end with it.
    stream::select(system.flatten(), session.flatten()).chain(stream::pending())
}

async fn of_logind(address: Option<String>) -> zbus::Result<Signals> {
    let connection = match address {
        Some(address) => {
            connection::Builder::address(address.as_str())?
                .build()
                .await?
        }
        None => Connection::system().await?,
    };
    let manager = Proxy::new(
        &connection,
        LOGIND,
        "/org/freedesktop/login1",
        "org.freedesktop.login1.Manager",
    )
    .await?;
    let locked = locked(&connection, &manager).await?;
    let sleeps = manager.receive_signal("PrepareForSleep").await?;
    let held = hold(&manager).await;
    let sleeps = stream::unfold(
        (sleeps, manager, held),
        |(mut sleeps, manager, mut held)| async {
            loop {
                let begins = sleeps.next().await?.body().deserialize().unwrap_or(false);
                if begins {
                    return Some((Signal::Sleeps(held), (sleeps, manager, Hold::default())));
                }
                held = hold(&manager).await;
            }
        },
    );
    Ok(stream::select(sleeps, locked).boxed())
}

/// The session that this window is in is locked; any session, where logind does not say which is ours.
async fn locked(connection: &Connection, manager: &Proxy<'static>) -> zbus::Result<Signals> {
    let ours: zbus::Result<OwnedObjectPath> =
        manager.call("GetSessionByPID", &(std::process::id())).await;
    let rule = MatchRule::builder()
        .msg_type(Type::Signal)
        .sender(LOGIND)?
        .interface("org.freedesktop.login1.Session")?
        .member("Lock")?;
    let rule = match &ours {
        Ok(ours) => rule.path(ours.as_ref())?,
        Err(_) => rule,
    };
    let said = MessageStream::for_match_rule(rule.build(), connection, None).await?;
    Ok(said.map(|_| Signal::ScreenLocked).boxed())
}

/// Asks logind to wait a moment before each sleep, until what is open is locked.
async fn hold(manager: &Proxy<'static>) -> Hold {
    let why = ("sleep", "Withy", "Locks what is open", "delay");
    let held: zbus::Result<OwnedFd> = manager.call("Inhibit", &why).await;
    Hold {
        _until_dropped: held.ok().map(Arc::new),
    }
}

async fn of_screen_savers(address: Option<String>) -> zbus::Result<Signals> {
    let connection = match address {
        Some(address) => {
            connection::Builder::address(address.as_str())?
                .build()
                .await?
        }
        None => Connection::session().await?,
    };
    // One rule for all of them: what one says must not wait for the others to be asked.
    let rule = MatchRule::builder()
        .msg_type(Type::Signal)
        .member("ActiveChanged")?;
    let said = MessageStream::for_match_rule(rule.build(), &connection, None).await?;
    let locked = said.filter_map(|said| async {
        let said = said.ok()?;
        let from = said.header().interface()?.to_string();
        let locked: bool = said.body().deserialize().ok()?;
        (locked && SCREEN_SAVERS.contains(&from.as_str())).then_some(Signal::ScreenLocked)
    });
    Ok(locked.boxed())
}
