<?php
/**
 * WordPress's export and erasure of personal data.
 *
 * @package AuthGate
 */

namespace AuthGate\Admin;

use AuthGate\Schema;
use AuthGate\Throttle;

defined( 'ABSPATH' ) || exit;

/**
 * Hands out and erases what the log and the live sessions know of one person. Keyed hashes of failed attempts are not part of
 * it: nobody can be found by them, and they end by themselves within the hour. Those of the addresses from which somebody has
 * logged in live for 30 days; they cannot be read either, but they are erased.
 */
final class Privacy {

	private const PER_PAGE = 200;

	/**
	 * Offers the export.
	 *
	 * @param array $exporters The others.
	 */
	public static function filter_exporters( $exporters ): array {
		$exporters             = (array) $exporters;
		$exporters['authgate'] = array(
			'exporter_friendly_name' => 'AuthGate',
			'callback'               => array( self::class, 'export' ),
		);
		return $exporters;
	}

	/**
	 * Offers the erasure.
	 *
	 * @param array $erasers The others.
	 */
	public static function filter_erasers( $erasers ): array {
		$erasers             = (array) $erasers;
		$erasers['authgate'] = array(
			'eraser_friendly_name' => 'AuthGate',
			'callback'             => array( self::class, 'erase' ),
		);
		return $erasers;
	}

	/**
	 * Suggests a paragraph for the site's privacy policy.
	 */
	public static function action_admin_init(): void {
		wp_add_privacy_policy_content(
			'AuthGate',
			wp_kses_post( wpautop( __( 'When you log in through one of our applications, we store the time, your account, the internet address you came from and the name of the application, to keep accounts safe and to let you see and end your logins. A live login is deleted when you log out or some time after it has expired, the log after the number of days set under Settings > AuthGate. That you have logged in from an address is remembered for 30 days, as a code from which neither you nor the address can be read.', 'authgate' ) ) )
		);
	}

	/**
	 * Exports one page of the data of a person.
	 *
	 * @param string $email The person's e-mail address.
	 * @param int    $page  Which page, from 1.
	 */
	public static function export( $email, $page = 1 ): array {
		$user = get_user_by( 'email', $email );
		$rows = $user ? self::log_rows( $user, max( 1, (int) $page ) ) : array();
		$data = array();
		foreach ( $rows as $row ) {
			$data[] = self::item(
				'authgate-log',
				__( 'AuthGate: log', 'authgate' ),
				'log-' . $row['id'],
				array(
					__( 'Event', 'authgate' )   => Log_Tab::event( $row['event'] ),
					__( 'Time', 'authgate' )    => Table::time( (int) $row['time'] ),
					__( 'Account', 'authgate' ) => $row['user_name'],
					__( 'Address', 'authgate' ) => $row['address'],
				)
			);
		}
		foreach ( $user && 1 === (int) $page ? self::session_rows( $user->ID ) : array() as $row ) {
			$data[] = self::item(
				'authgate-sessions',
				__( 'AuthGate: live logins', 'authgate' ),
				'session-' . substr( $row['id'], 0, 16 ),
				array(
					__( 'Logged in', 'authgate' )   => Table::time( (int) $row['created'] ),
					__( 'Last used', 'authgate' )   => Table::time( (int) $row['last_used'] ),
					__( 'Address', 'authgate' )     => $row['address'],
					__( 'Application', 'authgate' ) => $row['client'],
				)
			);
		}
		return array(
			'data' => $data,
			'done' => count( $rows ) < self::PER_PAGE,
		);
	}

	/**
	 * Erases the data of a person. That ends the live logins: they cannot exist without their data.
	 *
	 * @param string $email The person's e-mail address.
	 */
	public static function erase( $email ): array {
		global $wpdb;
		$user    = get_user_by( 'email', $email );
		$erased  = $user ? (int) $wpdb->delete( Schema::sessions(), array( 'user_id' => $user->ID ) ) : 0;
		$erased += $user ? (int) $wpdb->query( $wpdb->prepare( 'UPDATE ' . Schema::log() . " SET user_id = 0, user_name = '', address = '' WHERE user_id = %d OR user_name = %s", $user->ID, $user->user_login ) ) : 0; // phpcs:ignore WordPress.DB -- a table of ours.
		if ( $user ) {
			$erased += Throttle::forget( $user->ID );
			$erased += (int) $wpdb->update( Schema::log(), array( 'detail' => '' ), array( 'detail' => "by user $user->ID" ) );
		}
		return array(
			'items_removed'  => $erased > 0,
			'items_retained' => false,
			'messages'       => array(),
			'done'           => true,
		);
	}

	private static function log_rows( \WP_User $user, int $page ): array {
		global $wpdb;
		return (array) $wpdb->get_results( $wpdb->prepare( 'SELECT * FROM ' . Schema::log() . ' WHERE user_id = %d OR user_name = %s ORDER BY id LIMIT %d OFFSET %d', $user->ID, $user->user_login, self::PER_PAGE, ( $page - 1 ) * self::PER_PAGE ), ARRAY_A ); // phpcs:ignore WordPress.DB -- a table of ours.
	}

	private static function session_rows( int $user_id ): array {
		global $wpdb;
		return (array) $wpdb->get_results( $wpdb->prepare( 'SELECT * FROM ' . Schema::sessions() . ' WHERE user_id = %d', $user_id ), ARRAY_A ); // phpcs:ignore WordPress.DB -- a table of ours.
	}

	/**
	 * One item in the form that WordPress wants.
	 *
	 * @param string $group The group's id.
	 * @param string $label The group's name.
	 * @param string $id    The item's id.
	 * @param array  $data  Names → values.
	 */
	private static function item( string $group, string $label, string $id, array $data ): array {
		$pairs = array();
		foreach ( $data as $name => $value ) {
			$pairs[] = array(
				'name'  => $name,
				'value' => $value,
			);
		}
		return array(
			'group_id'    => $group,
			'group_label' => $label,
			'item_id'     => $id,
			'data'        => $pairs,
		);
	}
}
