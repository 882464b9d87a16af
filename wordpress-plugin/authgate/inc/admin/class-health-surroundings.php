<?php
/**
 * Whether the server gives the plugin what it needs.
 *
 * @package AuthGate
 */

namespace AuthGate\Admin;

use AuthGate\Client_Address;
use AuthGate\Schema;

defined( 'ABSPATH' ) || exit;

/**
 * Looks at the tables and at what the addresses of clients are worth, for Health.
 */
final class Health_Surroundings {

	/** @var Client_Address */
	private $address;

	/**
	 * Takes what it looks at.
	 *
	 * @param Client_Address $address Where this request comes from.
	 */
	public function __construct( Client_Address $address ) {
		$this->address = $address;
	}

	/**
	 * Whether the tables are there.
	 *
	 * @return array{string, string, string, string[]} As Health::checks() says.
	 */
	public function tables(): array {
		$label   = __( 'Tables', 'authgate' );
		$missing = Schema::missing();
		return $missing
			/* translators: %s: names of tables. */
			? array( $label, Health::BAD, sprintf( __( 'Missing in the database: %s. Nobody can log in. Deactivate AuthGate and activate it again. If that does not help, the database user of this site may not create tables: ask your host.', 'authgate' ), implode( ', ', $missing ) ), array() )
			: array( $label, Health::GOOD, __( 'All of them are in the database.', 'authgate' ), array() );
	}

	/**
	 * Whether the addresses of clients are their own.
	 *
	 * @return array{string, string, string, string[]} As Health::checks() says.
	 */
	public function addresses(): array {
		$label   = __( 'Addresses of the clients', 'authgate' );
		$address = $this->address->of_connection();
		if ( $this->address->is_of_trusted_proxy() ) {
			return isset( $_SERVER['HTTP_X_FORWARDED_FOR'] )
				/* translators: %s: an internet address. */
				? array( $label, Health::GOOD, sprintf( __( 'The proxy %s names them.', 'authgate' ), $address ), array() )
				/* translators: %s: an internet address. */
				: array( $label, Health::NOTE, sprintf( __( 'The proxy %s is trusted, but this request came without X-Forwarded-For. If others do too, all users count as one, and together they have the wrong passwords of one.', 'authgate' ), $address ), array() );
		}
		if ( isset( $_SERVER['HTTP_X_FORWARDED_FOR'] ) || isset( $_SERVER['HTTP_FORWARDED'] ) || isset( $_SERVER['HTTP_CF_CONNECTING_IP'] ) ) {
			/* translators: %s: an internet address. */
			return array( $label, Health::BAD, sprintf( __( 'This request came through a proxy that AuthGate does not know, %s. All users behind it count as one: some wrong passwords by one of them shut out all who are new. If it is your own proxy, load balancer or CDN, enter its addresses under "Trusted proxies" on the Settings tab.', 'authgate' ), $address ), array() );
		}
		return self::is_private( $address ) && ! Health::site_is_local()
			/* translators: %s: an internet address. */
			? array( $label, Health::NOTE, sprintf( __( 'This request came from %s, an address of a private network. If that is a proxy and not your own computer, let it send X-Forwarded-For and enter its address under "Trusted proxies" on the Settings tab.', 'authgate' ), $address ), array() )
			: array( $label, Health::GOOD, __( 'No unknown proxy stands before the site.', 'authgate' ), array() );
	}

	private static function is_private( string $address ): bool {
		return false === filter_var( $address, FILTER_VALIDATE_IP, FILTER_FLAG_NO_PRIV_RANGE | FILTER_FLAG_NO_RES_RANGE );
	}
}
