<?php
/**
 * The tab "Sessions".
 *
 * @package AuthGate
 */

namespace AuthGate\Admin;

use AuthGate\Audit_Log;
use AuthGate\Sessions;

defined( 'ABSPATH' ) || exit;

/**
 * Shows who is logged in through an application, and ends that for one or for all.
 */
final class Sessions_Tab implements Tab {

	private const MAX_ROWS = 200;

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

	public function slug(): string {
		return 'sessions';
	}

	public function title(): string {
		return __( 'Sessions', 'authgate' );
	}

	public function handle( string $action ): string {
		if ( 'end_all' === $action ) {
			if ( ! $this->sessions->end_all() ) {
				return 'not_stored';
			}
			$this->log->record_deed( 'session_revoked', 'everyone' );
			return 'everyone_out';
		}
		return 'session_unknown';
	}

	public function render(): void {
		echo '<h2>' . esc_html__( 'Log everyone out', 'authgate' ) . '</h2>';
		echo '<p class="authgate-prose" id="authgate-everyone-help">' . esc_html__( 'Ends every login through an application, on all computers, with the next request. Everyone has to type the password again. Logins to this site itself in a browser stay.', 'authgate' ) . '</p>';
		Settings_Page::open_form( $this, 'end_all' );
		printf(
			'<p><button class="button button-link-delete" aria-describedby="authgate-everyone-help" data-authgate-confirm="%s">%s</button></p></form>',
			esc_attr__( 'Log everyone out? Everyone who works with an application has to type the password again.', 'authgate' ),
			esc_html__( 'Log everyone out', 'authgate' )
		);
		echo '<h2>' . esc_html__( 'Live sessions', 'authgate' ) . '</h2>';
		$sessions = $this->sessions->all( self::MAX_ROWS );
		Session_Table::print_form( 'tab' );
		Session_Table::render( __( 'Live sessions, newest first', 'authgate' ), $sessions, __( 'Nobody is logged in through an application.', 'authgate' ), true );
		if ( count( $sessions ) >= self::MAX_ROWS ) {
			/* translators: %d: a number. */
			echo '<p>' . esc_html( sprintf( __( 'Only the newest %d are shown. The profile of a user shows all of that user.', 'authgate' ), self::MAX_ROWS ) ) . '</p>';
		}
	}
}
