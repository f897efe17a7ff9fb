use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    sync::oneshot,
};

use super::*;
use crate::testing::Folder;

fn config(folder: &Folder) -> Config {
    Config {
        listen: ([127, 0, 0, 1], 0).into(),
        site: folder.site(),
        data: folder.data(),
        database: None,
        blobs: folder.blobs(),
        base: None,
        is_forgetful: false,
    }
}

#[tokio::test]
async fn a_server_says_where_it_is_answers_and_stops_cleanly() {
    let folder = Folder::new();
    let (stop, stopped) = oneshot::channel::<()>();
    let (ready, address) = oneshot::channel();
    let server = serve_until(
        config(&folder),
        |address| ready.send(address).unwrap(),
        async { stopped.await.unwrap() },
    );
    let client = async {
        let mut stream = TcpStream::connect(address.await.unwrap()).await.unwrap();
        let request = "GET /v1/health HTTP/1.1\r\nhost: hub\r\nconnection: close\r\n\r\n";
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
        stop.send(()).unwrap();
    };
    let (served, ()) = tokio::join!(server, client);
    served.unwrap();
    // The write-ahead log is folded in: one file is all there is to back up.
    assert_eq!(std::fs::read_dir(folder.data()).unwrap().count(), 1);
}

#[tokio::test]
async fn a_folder_without_a_site_is_refused() {
    let folder = Folder::new();
    let config = Config {
        site: folder.data(),
        ..config(&folder)
    };
    let refused = serve(config, |_| panic!("not ready")).await;
    assert!(matches!(refused, Err(ServeError::Site { .. })));
}

#[tokio::test]
async fn a_taken_address_is_refused() {
    let folder = Folder::new();
    let taken = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let config = Config {
        listen: taken.local_addr().unwrap(),
        ..config(&folder)
    };
    let refused = serve(config, |_| panic!("not ready")).await;
    assert!(matches!(refused, Err(ServeError::Listen { .. })));
}
