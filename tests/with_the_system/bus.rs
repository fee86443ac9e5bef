//! A private D-Bus, ended with the test.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

pub struct Bus {
    daemon: Child,
    pub address: String,
}

impl Bus {
    /// Starts one; `None`, and a sentence, on a machine without `dbus-daemon`.
    pub fn start() -> Option<Bus> {
        let started = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let Ok(mut daemon) = started else {
            eprintln!("not tried: there is no dbus-daemon on this machine");
            return None;
        };
        let mut address = String::new();
        let mut said = BufReader::new(daemon.stdout.take().unwrap());
        let _ = said.read_line(&mut address).unwrap();
        Some(Bus {
            daemon,
            address: address.trim().to_owned(),
        })
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}
