<?php
/**
 * What the settings page says after it has done something.
 *
 * @package AuthGate
 */

namespace AuthGate\Admin;

defined( 'ABSPATH' ) || exit;

/**
 * The address carries a code only, so that nobody can put words of their own on the page.
 */
final class Messages {

	/**
	 * Prints the message of a code; an unknown code prints nothing.
	 *
	 * @param mixed $code The code.
	 */
	public static function render( $code ): void {
		$texts = self::texts();
		if ( ! is_string( $code ) || ! isset( $texts[ $code ] ) ) {
			return;
		}
		list( $type, $text ) = $texts[ $code ];
		self::notice( $type, $text );
	}

	/**
	 * Prints one notice.
	 *
	 * @param string $type success, warning or error.
	 * @param string $text Plain text.
	 */
	public static function notice( string $type, string $text ): void {
		printf(
			'<div class="notice notice-%s" role="%s"><p>%s</p></div>',
			esc_attr( $type ),
			'error' === $type ? 'alert' : 'status',
			esc_html( $text )
		);
	}

	/**
	 * All messages.
	 *
	 * @return array<string, array{string, string}> Code → type, text.
	 */
	private static function texts(): array {
		return array(
			'key_revoked'       => array( 'success', __( 'The key has been revoked. No request with it is served any more.', 'authgate' ) ),
			'key_unknown'       => array( 'error', __( 'There is no such key any more.', 'authgate' ) ),
			'key_shown_once'    => array( 'warning', __( 'This key exists already. It was shown once and cannot be shown again.', 'authgate' ) ),
			'key_needs_name'    => array( 'error', __( 'Give the key a name, so that you can tell later what it was for.', 'authgate' ) ),
			'not_stored'        => array( 'error', __( 'The database has not stored that. Nothing has been changed.', 'authgate' ) ),
			'everyone_out'      => array( 'success', __( 'Everyone has been logged out.', 'authgate' ) ),
			'user_out'          => array( 'success', __( 'The user has been logged out everywhere.', 'authgate' ) ),
			'session_ended'     => array( 'success', __( 'The session has been ended.', 'authgate' ) ),
			'session_unknown'   => array( 'error', __( 'This session had ended already.', 'authgate' ) ),
		);
	}
}
