<?php
/**
 * What every page of wp-admin says while logins cannot work.
 *
 * @package AuthGate
 */

namespace AuthGate\Admin;

defined( 'ABSPATH' ) || exit;

/**
 * Tells those who can do something about it.
 */
final class Notices {

	/** @var Health */
	private $health;

	/**
	 * Takes what it looks at.
	 *
	 * @param Health $health The checks.
	 */
	public function __construct( Health $health ) {
		$this->health = $health;
	}

	/**
	 * Prints the notices. Not on AuthGate's own pages, which say it themselves.
	 */
	public function action_admin_notices(): void {
		$screen = get_current_screen();
		if ( ! current_user_can( Settings_Page::CAPABILITY ) || ( $screen && 'settings_page_' . Settings_Page::SLUG === $screen->id ) ) {
			return;
		}
		foreach ( $this->health->alerts() as list( $type, $tab, $text ) ) {
			printf(
				'<div class="notice notice-%s"><p><strong>%s</strong> %s <a href="%s">%s</a></p></div>',
				esc_attr( $type ),
				'error' === $type ? esc_html__( 'AuthGate is closed.', 'authgate' ) : 'AuthGate:',
				esc_html( $text ),
				esc_url( Settings_Page::url( $tab ) ),
				esc_html__( 'Settings of AuthGate', 'authgate' )
			);
		}
	}
}
