<?php
/**
 * A table of live sessions.
 *
 * @package AuthGate
 */

namespace AuthGate\Admin;

defined( 'ABSPATH' ) || exit;

/**
 * Prints it. The buttons belong to one form, which its caller prints somewhere else: a table cannot lie in the form of the
 * profile and have forms of its own.
 */
final class Session_Table {

	/**
	 * Prints the table.
	 *
	 * @param string $caption   What it is about.
	 * @param array  $sessions  The sessions.
	 * @param string $nothing   The sentence where there is none.
	 * @param bool   $with_user Whether to say whose they are.
	 */
	public static function render( string $caption, array $sessions, string $nothing, bool $with_user ): void {
		cache_users( array_column( $sessions, 'user_id' ) );
		$columns = array( __( 'Application', 'authgate' ), __( 'Address', 'authgate' ), __( 'Logged in', 'authgate' ), __( 'Last used', 'authgate' ), __( 'Ends', 'authgate' ), __( 'Action', 'authgate' ) );
		if ( $with_user ) {
			array_unshift( $columns, __( 'User', 'authgate' ) );
		}
		$rows = array();
		foreach ( $sessions as $session ) {
			$cells  = self::cells( $session );
			$rows[] = $with_user ? $cells : array_slice( $cells, 1 );
		}
		Table::render( $caption, $columns, $rows, $nothing );
	}

	/**
	 * Prints the form of the buttons.
	 *
	 * @param string $back Where to go afterwards: "profile" or "tab".
	 */
	public static function print_form( string $back ): void {
		printf( '<form method="post" id="authgate-end" action="%s">', esc_url( admin_url( 'admin-post.php' ) ) );
		echo '<input type="hidden" name="action" value="authgate_end_session">';
		printf( '<input type="hidden" name="back" value="%s">', esc_attr( $back ) );
		wp_nonce_field( 'authgate_end_session', '_wpnonce', false );
		echo '</form>';
	}

	/**
	 * The cells of a session.
	 *
	 * @param array $session The session.
	 */
	private static function cells( array $session ): array {
		$user  = get_userdata( $session['user_id'] );
		$login = $user ? $user->user_login : '–';
		return array(
			$login,
			'' === $session['client'] ? __( 'Unknown', 'authgate' ) : $session['client'],
			'' === $session['address'] ? '–' : $session['address'],
			Table::time( $session['created'] ),
			Table::time( $session['last_used'] ),
			Table::time( $session['expires'] ),
			static function () use ( $session, $login ) {
				/* translators: 1: user name, 2: a point in time. */
				$label = sprintf( __( 'End the session of %1$s from %2$s', 'authgate' ), $login, Table::time( $session['created'] ) );
				printf(
					'<button class="button button-link-delete" form="authgate-end" name="session" value="%s" aria-label="%s">%s</button>',
					esc_attr( $session['user_id'] . ':' . $session['id'] ),
					esc_attr( $label ),
					esc_html__( 'End', 'authgate' )
				);
			},
		);
	}
}
