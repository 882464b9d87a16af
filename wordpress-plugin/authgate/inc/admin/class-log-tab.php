<?php
/**
 * The tab "Log".
 *
 * @package AuthGate
 */

namespace AuthGate\Admin;

use AuthGate\Audit_Log;

defined( 'ABSPATH' ) || exit;

/**
 * Shows what has happened, newest first.
 */
final class Log_Tab implements Tab {

	private const PER_PAGE = 50;

	/** @var Audit_Log */
	private $log;

	/**
	 * Takes the log.
	 *
	 * @param Audit_Log $log The log.
	 */
	public function __construct( Audit_Log $log ) {
		$this->log = $log;
	}

	public function slug(): string {
		return 'log';
	}

	public function title(): string {
		return __( 'Log', 'authgate' );
	}

	public function handle( string $action ): string {
		return ''; // Nothing can be done here: a log that can be emptied at will proves little.
	}

	public function render(): void {
		$pages = max( 1, (int) ceil( $this->log->count() / self::PER_PAGE ) );
		$page  = min( $pages, max( 1, (int) filter_input( INPUT_GET, 'paged', FILTER_VALIDATE_INT ) ) );
		echo '<h2 class="screen-reader-text">' . esc_html__( 'Log', 'authgate' ) . '</h2>';
		echo '<p class="authgate-prose">' . esc_html__( 'Logins and what was refused, ended sessions, and changes made here. A name that belongs to no account is not recorded: people type their password into the wrong field.', 'authgate' ) . '</p>';
		Table::render(
			__( 'Events, newest first', 'authgate' ),
			array( __( 'Event', 'authgate' ), __( 'Time', 'authgate' ), __( 'Account', 'authgate' ), __( 'Address', 'authgate' ), __( 'Detail', 'authgate' ) ),
			$this->rows( $page ),
			__( 'Nothing has happened yet.', 'authgate' )
		);
		if ( $pages > 1 ) {
			$this->render_pages( $page, $pages );
		}
	}

	/**
	 * What an event is called.
	 *
	 * @param string $event Its name in the log.
	 */
	public static function event( string $event ): string {
		$texts = array(
			'login_succeeded'  => __( 'Login', 'authgate' ),
			'logged_out'       => __( 'Logout', 'authgate' ),
			'login_failed'     => __( 'Wrong name or password', 'authgate' ),
			'login_refused'    => __( 'Login refused', 'authgate' ),
			'login_blocked'    => __( 'Too many attempts', 'authgate' ),
			'key_refused'      => __( 'API key refused', 'authgate' ),
			'session_revoked'  => __( 'Session ended', 'authgate' ),
			'key_created'      => __( 'API key created', 'authgate' ),
			'key_revoked'      => __( 'API key revoked', 'authgate' ),
			'settings_changed' => __( 'Settings changed', 'authgate' ),
		);
		return $texts[ $event ] ?? $event;
	}

	/**
	 * What the log notes about an event, in words where it is a code; '–' for nothing more than the event itself says.
	 *
	 * @param string $event  The event.
	 * @param string $detail What was noted.
	 */
	private static function detail( string $event, string $detail ): string {
		$texts = array(
			'login_failed authgate_invalid_credentials'     => '',
			'login_refused authgate_role_refused'           => __( 'The role does not permit it', 'authgate' ),
			'login_refused authgate_account_refused'        => __( 'This site refuses the account', 'authgate' ),
			'login_refused authgate_second_factor_required' => __( 'The account has a second factor', 'authgate' ),
			'login_refused internal_server_error'           => __( 'The attempt could not be counted', 'authgate' ),
			'session_revoked everyone'                      => __( 'Of everyone', 'authgate' ),
		);
		if ( 'session_revoked' === $event && preg_match( '/^by user (\d+)$/D', $detail, $by ) ) {
			$user = get_userdata( (int) $by[1] );
			/* translators: %s: the name of the user who ended the session. */
			return sprintf( __( 'By %s', 'authgate' ), $user ? $user->user_login : "#$by[1]" );
		}
		$text = $texts[ "$event $detail" ] ?? $detail;
		return '' === $text ? '–' : $text;
	}

	private function rows( int $page ): iterable {
		foreach ( $this->log->latest( self::PER_PAGE, ( $page - 1 ) * self::PER_PAGE ) as $row ) {
			yield array(
				self::event( $row['event'] ),
				Table::time( (int) $row['time'] ),
				'' === $row['user_name'] ? '–' : $row['user_name'],
				'' === $row['address'] ? '–' : $row['address'],
				self::detail( $row['event'], $row['detail'] ),
			);
		}
	}

	private function render_pages( int $page, int $pages ): void {
		echo '<nav class="tablenav" aria-label="' . esc_attr__( 'Pages of the log', 'authgate' ) . '"><div class="tablenav-pages">';
		echo wp_kses_post(
			(string) paginate_links(
				array(
					'base'    => add_query_arg( 'paged', '%#%', Settings_Page::url( $this->slug() ) ),
					'format'  => '',
					'current' => $page,
					'total'   => $pages,
				)
			)
		);
		echo '</div></nav>';
	}
}
