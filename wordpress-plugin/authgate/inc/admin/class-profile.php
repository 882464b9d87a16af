<?php
/**
 * The live sessions of one user, on the profile page.
 *
 * @package AuthGate
 */

namespace AuthGate\Admin;

use AuthGate\Audit_Log;
use AuthGate\Sessions;

defined( 'ABSPATH' ) || exit;

/**
 * Users see and end their own sessions, administrators everybody's. The buttons belong to forms of their own at the end of the
 * page, so that they save nothing of the profile.
 */
final class Profile {

	/** @var Sessions */
	private $sessions;

	/** @var Audit_Log */
	private $log;

	/**
	 * Takes what it works on.
	 *
	 * @param Sessions  $sessions The sessions.
	 * @param Audit_Log $log      The log.
	 */
	public function __construct( Sessions $sessions, Audit_Log $log ) {
		$this->sessions = $sessions;
		$this->log      = $log;
	}

	/**
	 * Loads the style sheet; runs on both profile pages.
	 */
	public function action_load(): void {
		Assets::enqueue();
	}

	/**
	 * Prints the section.
	 *
	 * @param \WP_User $user Whose profile it is.
	 */
	public function action_show_profile( $user ): void {
		if ( is_network_admin() ) {
			return; // Logins are those of one site; the network's own page would show those of the main site as if they were all.
		}
		echo '<div id="authgate-sessions"><h2>' . esc_html__( 'Logins through applications', 'authgate' ) . '</h2>';
		Messages::render( filter_input( INPUT_GET, 'authgate_message' ) );
		$sessions = $this->sessions->of_user( $user->ID );
		Session_Table::render( __( 'Live logins of this user, newest first', 'authgate' ), $sessions, __( 'There is no live login through an application.', 'authgate' ), false );
		if ( $sessions ) {
			printf(
				'<p><button class="button" form="authgate-end" name="session" value="%d:all">%s</button></p>',
				(int) $user->ID,
				esc_html__( 'Log out of all applications', 'authgate' )
			);
			add_action( 'admin_footer', array( $this, 'action_admin_footer' ) );
		}
		echo '</div>';
	}

	/**
	 * Prints the form of the buttons, outside the form of the profile.
	 */
	public function action_admin_footer(): void {
		Session_Table::print_form( 'profile' );
	}

	/**
	 * Ends one session of a user, or all.
	 */
	public function action_end_session(): void {
		list( $user_id, $session ) = explode( ':', Posted::text( 'session' ), 2 ) + array( 1 => '' );
		$user_id                   = (int) $user_id;
		if ( ! self::may_end( $user_id ) ) {
			wp_die( esc_html__( 'Sorry, you are not allowed to end the sessions of this user.', 'authgate' ), '', 403 );
		}
		check_admin_referer( 'authgate_end_session' );
		$message = $this->end( $user_id, $session );
		if ( in_array( $message, array( 'user_out', 'session_ended' ), true ) ) {
			$is_own = get_current_user_id() === $user_id;
			$this->log->record(
				$is_own ? 'logged_out' : 'session_revoked',
				array(
					'user_id' => $user_id,
					'detail'  => $is_own ? '' : 'by user ' . get_current_user_id(), // No name: it would stay in the log of somebody else.
				)
			);
		}
		wp_safe_redirect(
			'tab' === Posted::text( 'back' )
				? Settings_Page::url( 'sessions', array( 'message' => $message ) )
				: add_query_arg( 'authgate_message', $message, get_edit_user_link( $user_id ) ) . '#authgate-sessions'
		);
		exit;
	}

	private function end( int $user_id, string $session ): string {
		if ( 'all' === $session ) {
			return $this->sessions->end_all_of( $user_id ) ? 'user_out' : 'not_stored';
		}
		return $this->sessions->end( $session, $user_id ) ? 'session_ended' : 'session_unknown';
	}

	private static function may_end( int $user_id ): bool {
		return $user_id > 0 && (
			get_current_user_id() === $user_id
			|| current_user_can( 'edit_user', $user_id )
			|| current_user_can( Settings_Page::CAPABILITY )
		);
	}
}
