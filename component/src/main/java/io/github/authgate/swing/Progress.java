package io.github.authgate.swing;

import java.awt.Color;
import java.awt.Dimension;
import javax.swing.BorderFactory;
import javax.swing.JProgressBar;
import javax.swing.plaf.basic.BasicProgressBarUI;

/**
 * A thin bar that moves while there is something to wait for. Nimbus paints nothing in a bar as thin as this, and Motif
 * only its border, so that elsewhere than in FlatLaf the bar paints itself.
 *
 * <p>Use only on the event dispatch thread.
 */
final class Progress extends JProgressBar {

    private static final long serialVersionUID = 1L;

    @Override
    public void updateUI() {
        super.updateUI();
        if (!Look.isFlat(getUI())) {
            setUI(new BasicProgressBarUI());
            setBorder(BorderFactory.createEmptyBorder());
            setForeground(Look.progress());
            setOpaque(false);
            Color track = Look.muted();
            setBackground(new Color(track.getRed(), track.getGreen(), track.getBlue(), 64));
        }
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(Look.units(160), Look.units(4));
    }
}
