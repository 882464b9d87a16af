<?php
/**
 * Deactivating the plugin while the JWT plugin stays.
 *
 * @package AuthGate
 */

namespace AuthGate\Admin;

defined( 'ABSPATH' ) || exit;

/**
 * Asks once more: without AuthGate, the JWT plugin's logins need no key, no role and have no limit.
 */
final class Deactivation {

	/** @var string */
	private $plugin;

	/**
	 * Takes the plugin's name.
	 *
	 * @param string $plugin Folder and file, as WordPress names a plugin.
	 */
	public function __construct( string $plugin ) {
		$this->plugin = $plugin;
	}

	/**
	 * Runs when the list of plugins is about to do what it was asked; WordPress checks capability and nonce after this.
	 */
	public function action_load_plugins(): void {
		// phpcs:disable WordPress.Security -- only compared, and printed escaped; nothing is done here.
		$request = wp_unslash( $_REQUEST );
		// phpcs:enable
		if ( isset( $request['authgate_confirmed'] ) || ! self::opens_logins() || ! $this->is_asked_for( $request ) ) {
			return;
		}
		wp_die( $this->question( $request ), esc_html__( 'Deactivate AuthGate?', 'authgate' ), array( 'response' => 200 ) ); // phpcs:ignore WordPress.Security.EscapeOutput -- escaped in question().
	}

	/**
	 * Says on the command line, too, what has just happened.
	 */
	public function deactivate(): void {
		if ( defined( 'WP_CLI' ) && WP_CLI && self::opens_logins() ) {
			\WP_CLI::warning( self::warning() );
		}
	}

	/**
	 * Says it beneath the plugin's row in the list.
	 */
	public function action_after_plugin_row(): void {
		if ( self::opens_logins() ) {
			echo '<tr class="plugin-update-tr active"><td colspan="4" class="plugin-update"><div class="notice inline notice-warning notice-alt"><p>';
			echo esc_html( self::warning() ) . '</p></div></td></tr>';
		}
	}

	private static function opens_logins(): bool {
		return class_exists( 'Jwt_Auth_Public', false );
	}

	/**
	 * The folder of the JWT plugin.
	 */
	private static function jwt_folder(): string {
		$file = ( new \ReflectionClass( 'Jwt_Auth_Public' ) )->getFileName();
		return explode( '/', plugin_basename( $file ) )[0];
	}

	private static function warning(): string {
		return __( 'Without AuthGate, the plugin "JWT Authentication for WP REST API" gives a token to everyone who knows a password: no API key, no limit for guessing, no choice of roles, and no token can be taken back. Deactivate that plugin first if you do not want this.', 'authgate' );
	}

	/**
	 * Whether the request would deactivate this plugin and leave the other.
	 *
	 * @param array $request The request.
	 */
	private function is_asked_for( array $request ): bool {
		$action = ( $request['action'] ?? '-1' ) === '-1' ? ( $request['action2'] ?? '' ) : $request['action'];
		if ( 'deactivate' === $action ) {
			return $this->plugin === ( $request['plugin'] ?? '' );
		}
		$checked = array_filter( (array) ( $request['checked'] ?? array() ), 'is_string' );
		return 'deactivate-selected' === $action
			&& in_array( $this->plugin, $checked, true )
			&& ! in_array( self::jwt_folder(), array_map( 'dirname', $checked ), true );
	}

	/**
	 * The question, as HTML: a form that repeats the request with a yes.
	 *
	 * @param array $request The request.
	 */
	private function question( array $request ): string {
		$html = '<h1>' . esc_html__( 'Deactivate AuthGate?', 'authgate' ) . '</h1><p><strong>' . esc_html( self::warning() ) . '</strong></p>';
		$html = $html . '<form method="post" action="' . esc_url( self_admin_url( 'plugins.php' ) ) . '">';
		foreach ( array( 'action', 'action2', 'plugin', 'plugin_status', 'paged', 's', '_wpnonce' ) as $name ) {
			if ( is_string( $request[ $name ] ?? null ) ) {
				$html .= sprintf( '<input type="hidden" name="%s" value="%s">', esc_attr( $name ), esc_attr( $request[ $name ] ) );
			}
		}
		foreach ( array_filter( (array) ( $request['checked'] ?? array() ), 'is_string' ) as $plugin ) {
			$html .= sprintf( '<input type="hidden" name="checked[]" value="%s">', esc_attr( $plugin ) );
		}
		return $html . sprintf(
			'<p style="display:flex;flex-wrap:wrap;gap:8px"><a class="button button-large" href="%s">%s</a><button class="button button-large" style="font-family:inherit" name="authgate_confirmed" value="1">%s</button></p></form>',
			esc_url( self_admin_url( 'plugins.php' ) ),
			esc_html__( 'Keep AuthGate active', 'authgate' ),
			esc_html__( 'Deactivate AuthGate and leave the logins open', 'authgate' )
		);
	}
}
