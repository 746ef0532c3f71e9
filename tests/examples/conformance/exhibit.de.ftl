exhibit-command = Zeigt, was der Bot kann.
exhibit-command-what = Was gezeigt wird.
exhibit-command-file = Eine Datei, die gezeigt wird.
exhibit-command-form = Öffnet ein Formular mit allem.
exhibit-message-menu = Diese Nachricht zeigen
exhibit-account-menu = Dieses Konto zeigen
