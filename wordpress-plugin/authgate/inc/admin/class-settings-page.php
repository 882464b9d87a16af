<?php
/**
 * Settings → AuthGate: the frame around the tabs.
 *
 * @package AuthGate
 */

namespace AuthGate\Admin;

defined( 'ABSPATH' ) || exit;

/**
 * Shows one tab at a time, and lets a tab act only for somebody who may, through a form of this site.
 */
final class Settings_Page {

	public const SLUG       = 'authgate';
	public const CAPABILITY = 'manage_options';

	/**
	 * The tabs, by their slugs; the first is shown where none is named.
	 *
	 * @var array<string, Tab>
	 */
	private $tabs = array();

	/** @var string */
	private $plugin;

	/**
	 * Takes the tabs in the order in which they are shown.
	 *
	 * @param string $plugin  Folder and file, as WordPress names a plugin.
	 * @param Tab    ...$tabs The tabs.
	 */
	public function __construct( string $plugin, Tab ...$tabs ) {
		$this->plugin = $plugin;
		foreach ( $tabs as $tab ) {
			$this->tabs[ $tab->slug() ] = $tab;
		}
	}

	/**
	 * The address of a tab.
	 *
	 * @param string $tab  Its slug, '' for the first one.
	 * @param array  $more Further arguments of the query.
	 */
	public static function url( string $tab = '', array $more = array() ): string {
		$arguments = array( 'page' => self::SLUG ) + ( '' === $tab ? array() : array( 'tab' => $tab ) ) + $more;
		return add_query_arg( array_map( 'rawurlencode', $arguments ), admin_url( 'options-general.php' ) );
	}

	/**
	 * Opens a form whose action a tab handles; the caller prints the rest and closes it.
	 *
	 * @param Tab    $tab    The tab.
	 * @param string $action The action.
	 * @param string $css    A class for the form.
	 */
	public static function open_form( Tab $tab, string $action, string $css = '' ): void {
		printf( '<form method="post" action="%s" class="%s">', esc_url( self::url( $tab->slug() ) ), esc_attr( $css ) );
		wp_nonce_field( self::nonce( $tab ), '_wpnonce', true );
		printf( '<input type="hidden" name="authgate_action" value="%s">', esc_attr( $action ) );
	}

	/**
	 * Adds the page to the menu.
	 */
	public function action_admin_menu(): void {
		$hook = add_options_page( 'AuthGate', 'AuthGate', self::CAPABILITY, self::SLUG, array( $this, 'render' ) );
		if ( $hook ) {
			add_action( "load-$hook", array( $this, 'action_load' ) );
		}
	}

	/**
	 * Adds the way to the page to the list of plugins.
	 *
	 * @param string[] $links The links so far.
	 * @return string[]
	 */
	public function filter_plugin_action_links( $links ) {
		$link = sprintf( '<a href="%s">%s</a>', esc_url( self::url() ), esc_html__( 'Settings', 'authgate' ) );
		return array_merge( array( 'settings' => $link ), (array) $links );
	}

	/**
	 * Says in the network's list of plugins where the settings are: there is no page for all sites at once.
	 *
	 * @param string[] $meta   What stands there so far.
	 * @param string   $plugin Whose row it is.
	 * @return string[]
	 */
	public function filter_plugin_row_meta( $meta, $plugin ) {
		return is_network_admin() && $this->plugin === $plugin
			? array_merge( (array) $meta, array( esc_html__( 'Every site has keys, settings and sessions of its own, under Settings > AuthGate', 'authgate' ) ) )
			: $meta;
	}

	/**
	 * Runs before anything is printed: does what a form asked for, then redirects, so that "reload" repeats nothing.
	 */
	public function action_load(): void {
		Assets::enqueue();
		if ( ! isset( $_POST['authgate_action'] ) || ! is_string( $_POST['authgate_action'] ) ) { // phpcs:ignore WordPress.Security.NonceVerification -- verified before anything is done.
			return;
		}
		$tab = $this->current();
		if ( ! current_user_can( self::CAPABILITY ) ) {
			wp_die( esc_html__( 'Sorry, you are not allowed to change these settings.', 'authgate' ), '', 403 );
		}
		check_admin_referer( self::nonce( $tab ) );
		$message = $tab->handle( sanitize_key( wp_unslash( $_POST['authgate_action'] ) ) );
		if ( '' !== $message ) {
			wp_safe_redirect( self::url( $tab->slug(), array( 'message' => $message ) ) );
			exit;
		}
	}

	/**
	 * Prints the page.
	 */
	public function render(): void {
		$current = $this->current();
		echo '<div class="wrap"><h1>AuthGate</h1>';
		Messages::render( filter_input( INPUT_GET, 'message' ) );
		echo '<nav class="nav-tab-wrapper" aria-label="AuthGate">';
		foreach ( $this->tabs as $tab ) {
			printf(
				'<a href="%s" class="nav-tab%s"%s>%s</a>',
				esc_url( self::url( $tab->slug() ) ),
				$tab === $current ? ' nav-tab-active' : '',
				$tab === $current ? ' aria-current="page"' : '',
				esc_html( $tab->title() )
			);
		}
		echo '</nav>';
		$current->render();
		echo '</div>';
	}

	/**
	 * The tab that the address names.
	 */
	private function current(): Tab {
		$slug = isset( $_GET['tab'] ) && is_string( $_GET['tab'] ) ? sanitize_key( $_GET['tab'] ) : ''; // phpcs:ignore WordPress.Security.NonceVerification -- only chooses what is shown.
		return $this->tabs[ $slug ] ?? reset( $this->tabs );
	}

	/**
	 * What the nonce of a tab's forms is for.
	 *
	 * @param Tab $tab The tab.
	 */
	private static function nonce( Tab $tab ): string {
		return 'authgate_' . $tab->slug();
	}
}
