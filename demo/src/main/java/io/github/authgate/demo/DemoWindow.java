package io.github.authgate.demo;

import io.github.authgate.swing.AuthGate;
import io.github.authgate.swing.AuthModel;
import javax.swing.JFrame;
import javax.swing.JLabel;

final class DemoWindow {

    private final JFrame frame = new JFrame("Workshop orders");

    DemoWindow(Backend backend) {
        AuthModel model = new AuthModel(backend.service());
        frame.setDefaultCloseOperation(JFrame.EXIT_ON_CLOSE);
        frame.setContentPane(new AuthGate(model, session -> new JLabel("Hello")));
        frame.setSize(1000, 700);
    }

    void show() {
        frame.setVisible(true);
    }
}
