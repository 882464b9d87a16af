package io.github.authgate.swing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import javax.swing.JLabel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlainTextTest {

    static Stream<Arguments> lines() {
        return Stream.of(
                Arguments.of("Ann Example", "Ann Example"),
                Arguments.of("  Ann \t\n Example  ", "Ann Example"),
                Arguments.of("Ann\u202Eelpmaxe", "Annelpmaxe"),
                Arguments.of("A\u200Bn\u2066n\u2069", "Ann"),
                Arguments.of("A\0n\u001Bn", "A n n"),
                Arguments.of("\uD83D\uDC69\u200D\uD83D\uDCBB", "\uD83D\uDC69\u200D\uD83D\uDCBB"),
                Arguments.of("\uD800lone", "\uFFFDlone"),
                Arguments.of("<html>Ann", "<html>Ann"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void becomesOneHarmlessLine(String text, String line) {
        assertThat(PlainText.oneLine(text)).isEqualTo(line);
    }

    @Test
    void isCutBetweenCharactersAndNotWithinOne() {
        assertThat(PlainText.oneLine("\uD83D\uDE00".repeat(10_000))).isEqualTo("\uD83D\uDE00".repeat(199) + "\u2026");
    }

    @Test
    void aMarkedLetterIsTheMnemonic() {
        JLabel label = PlainText.label();
        PlainText.setText(label, "Pass&word");

        assertThat(label.getText()).isEqualTo("Password");
        assertThat(label.getDisplayedMnemonic()).isEqualTo('W');
        assertThat(label.getDisplayedMnemonicIndex()).isEqualTo(4);

        PlainText.setText(label, "Password");
        assertThat(label.getDisplayedMnemonic()).isZero();
    }

    @Test
    void aLabelDoesNotRenderHtml() {
        JLabel label = PlainText.label();
        label.setText("<html><b>Ann");

        assertThat(label.getClientProperty("html")).isNull();
    }

    @Test
    void aReportKeepsItsLinesAndItsIndentationAndNothingElse() {
        assertThat(PlainText.lines("a\n    b\tc\u001b[31m\u202ed\r\n<html>e")).isEqualTo("a\n    b c [31md \n<html>e");
        assertThat(PlainText.lines("x".repeat(30_000))).hasSize(20_000);
    }
}
