<?php
/**
 * The texts beside the fields of the tab "Settings".
 *
 * @package AuthGate
 */

namespace AuthGate\Admin;

defined( 'ABSPATH' ) || exit;

/**
 * Says what a setting does, and what speaks against it.
 */
final class Setting_Texts {

	/**
	 * The help below a field.
	 *
	 * @param string $name The setting.
	 */
	public static function help( string $name ): string {
		$texts = array(
			'token_minutes'               => __( '1 to 43,200 minutes (30 days); 30 unless you change it. Whoever gets hold of a token can use it until then, so keep this short. It holds for logins from now on.', 'authgate' ),
			'roles'                       => __( 'A user who loses the role is out with the next request.', 'authgate' ),
			'allow_application_passwords' => __( 'Better off: an application password would get past a second factor.', 'authgate' ),
			'block_xmlrpc_logins'         => __( 'xmlrpc.php takes names and passwords without a key and outside the limits below. Switch its logins off unless something of yours needs them, for example the mobile app or Jetpack.', 'authgate' ),
			'limit_account_address'       => __( 'Then this address has to wait; the user can still log in from elsewhere.', 'authgate' ),
			'limit_address'               => __( 'An office behind one address shares this number.', 'authgate' ),
			'limit_account'               => __( 'Stops guessing from many addresses at once.', 'authgate' ),
			'limit_key'                   => __( 'Counts requests with a wrong key.', 'authgate' ),
			'bind_address'                => __( 'Off unless you switch it on, because addresses change while people work: laptops move, mobile networks and offices use several addresses, and IPv6 addresses change by design. Each change would log the user out. Use it only where every user has a fixed address.', 'authgate' ),
			'trusted_proxies'             => __( 'Addresses or networks (like 10.0.0.0/8) of your own reverse proxies, one per line. Only from them is X-Forwarded-For believed. Leave it empty if there is none: anybody can send that header.', 'authgate' ),
			'allowed_origins'             => __( 'Web pages that may log users in from a browser, one per line, like https://app.example.org. Desktop applications need none.', 'authgate' ),
			'log_days'                    => __( 'It holds names and addresses of users. The newest 15,000 entries are kept at most.', 'authgate' ),
		);
		return $texts[ $name ];
	}

	/**
	 * What a number counts.
	 *
	 * @param string $name The setting.
	 */
	public static function unit( string $name ): string {
		$texts = array(
			'token_minutes'         => __( 'minutes', 'authgate' ),
			'limit_account_address' => __( 'attempts in 15 minutes', 'authgate' ),
			'limit_address'         => __( 'attempts in 15 minutes', 'authgate' ),
			'limit_account'         => __( 'attempts in an hour', 'authgate' ),
			'limit_key'             => __( 'attempts in 15 minutes', 'authgate' ),
			'log_days'              => __( 'days', 'authgate' ),
		);
		return $texts[ $name ];
	}

	/**
	 * What a checkbox offers.
	 *
	 * @param string $name The setting.
	 */
	public static function choice( string $name ): string {
		$texts = array(
			'allow_application_passwords' => __( 'Accept WordPress\'s application passwords for logins', 'authgate' ),
			'block_xmlrpc_logins'         => __( 'Switch off logins over XML-RPC', 'authgate' ),
			'bind_address'                => __( 'A login holds only at the address it came from', 'authgate' ),
		);
		return $texts[ $name ];
	}
}
