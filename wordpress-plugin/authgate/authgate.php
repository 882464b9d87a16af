<?php
/**
 * Plugin Name:       AuthGate
 * Description:       Lets the users of a desktop application log in with their WordPress accounts, and lets in nobody else.
 * Version:           1.0.0
 * Requires at least: 5.6
 * Requires PHP:      7.4
 * Author:            The AuthGate project
 * License:           MIT
 * License URI:       https://opensource.org/licenses/MIT
 * Text Domain:       authgate
 * Domain Path:       /languages
 *
 * @package AuthGate
 */

namespace AuthGate;

defined( 'ABSPATH' ) || exit;

const VERSION = '1.0.0';

/**
 * Everything that this plugin hooks into WordPress, in the order in which a request meets it.
 *
 * @param Parts $parts The objects behind the hooks.
 */
function add_hooks( Parts $parts ): void {
	// Who is it? The first callback judges the Bearer token and hides it from everybody else, the last has the last word.
	add_filter( 'determine_current_user', array( $parts->bearer_guard, 'filter_judge' ), PHP_INT_MIN );
	add_filter( 'determine_current_user', array( $parts->bearer_guard, 'filter_current_user' ), PHP_INT_MAX );
	add_filter( 'rest_authentication_errors', array( $parts->bearer_guard, 'filter_rest_authentication_errors' ), 5 );
	add_filter( 'rest_authentication_errors', array( $parts->bearer_guard, 'filter_rest_authentication_errors' ), PHP_INT_MAX );
	add_action( 'parse_request', array( $parts->direct_request, 'action_parse_request' ), 0 );
	add_action( 'parse_request', array( $parts->bearer_guard, 'action_refuse_page' ), PHP_INT_MAX );
	add_action( 'admin_init', array( $parts->bearer_guard, 'action_refuse_page' ), 0 );

	// The routes: ours always, those of the JWT plugin where it is absent; one owner each.
	add_action( 'rest_api_init', array( $parts->rest_routes, 'action_rest_api_init' ) );
	add_action( 'rest_api_init', array( $parts->issuer, 'action_rest_api_init' ) );
	add_action( 'rest_api_init', array( Admin\Probe::class, 'action_rest_api_init' ) );
	add_filter( 'rest_endpoints', array( $parts->issuer, 'filter_rest_endpoints' ), PHP_INT_MAX );

	// The wall: no guarded route without a key. Marks handlers last, asks first, and asks again right before the handler.
	add_filter( 'rest_endpoints', array( $parts->wall, 'filter_rest_endpoints' ), PHP_INT_MAX );
	add_filter( 'rest_pre_dispatch', array( $parts->wall, 'filter_rest_pre_dispatch' ), PHP_INT_MAX, 3 );
	add_filter( 'rest_request_before_callbacks', array( $parts->wall, 'filter_rest_request_before_callbacks' ), PHP_INT_MIN, 3 );
	add_filter( 'rest_dispatch_request', array( $parts->wall, 'filter_rest_dispatch_request' ), PHP_INT_MAX, 4 );

	// A login, whoever issues the token. While the password is looked at, Login_Rules adds hooks of its own.
	add_filter( 'rest_request_before_callbacks', array( $parts->login, 'filter_before' ), PHP_INT_MAX, 3 );
	add_filter( 'rest_request_after_callbacks', array( $parts->login, 'filter_after' ), PHP_INT_MAX, 3 );
	add_filter( 'jwt_auth_algorithm', array( $parts->issuer, 'filter_algorithm' ), PHP_INT_MAX );

	// Answers: headers and CORS.
	add_filter( 'rest_post_dispatch', array( $parts->answers, 'filter_rest_post_dispatch' ), PHP_INT_MAX, 3 );
	add_filter( 'rest_pre_serve_request', array( $parts->answers, 'filter_rest_pre_serve_request' ), PHP_INT_MAX, 3 );
	add_filter( 'nocache_headers', array( $parts->answers, 'filter_nocache_headers' ), PHP_INT_MAX );
	add_filter( 'rest_jsonp_enabled', array( $parts->direct_request, 'filter_rest_jsonp_enabled' ), PHP_INT_MAX );
	add_filter( 'rest_allowed_cors_headers', array( $parts->answers, 'filter_rest_allowed_cors_headers' ) );

	// Accounts, and the rest of WordPress.
	add_action( 'deleted_user', array( $parts->sessions, 'action_user_left' ) );
	add_action( 'remove_user_from_blog', array( $parts->sessions, 'action_user_left' ) );
	add_filter( 'xmlrpc_enabled', array( $parts->login_rules, 'filter_xmlrpc_enabled' ), PHP_INT_MAX );
	add_action( 'wp_scheduled_delete', array( $parts->log, 'prune' ) );
	add_filter( 'wp_privacy_personal_data_exporters', array( Admin\Privacy::class, 'filter_exporters' ) );
	add_filter( 'wp_privacy_personal_data_erasers', array( Admin\Privacy::class, 'filter_erasers' ) );

	// Installing and upgrading.
	register_activation_hook( __FILE__, array( $parts->schema, 'activate' ) );
	add_action( 'init', array( $parts->schema, 'action_upgrade' ), 0 );
	add_filter( 'wpmu_drop_tables', array( $parts->schema, 'filter_wpmu_drop_tables' ) );
	add_action( 'init', __NAMESPACE__ . '\load_texts' );
}

/**
 * What is hooked into wp-admin only.
 *
 * @param Admin\Screens $screens The objects behind the hooks.
 * @param string        $plugin  Folder and file, as WordPress names a plugin.
 */
function add_admin_hooks( Admin\Screens $screens, string $plugin ): void {
	add_action( 'admin_menu', array( $screens->page, 'action_admin_menu' ) );
	add_filter( "plugin_action_links_$plugin", array( $screens->page, 'filter_plugin_action_links' ) );
	add_filter( 'plugin_row_meta', array( $screens->page, 'filter_plugin_row_meta' ), 10, 2 );
	add_action( 'admin_init', array( $screens->settings_tab, 'action_admin_init' ) );
	add_action( 'admin_init', array( Admin\Privacy::class, 'action_admin_init' ) );
	add_action( 'update_option_' . Settings::OPTION, array( $screens->settings_tab, 'action_update_option' ), 10, 2 );
	add_action( 'add_option_' . Settings::OPTION, array( $screens->settings_tab, 'action_add_option' ), 10, 2 );
	add_action( 'admin_notices', array( $screens->notices, 'action_admin_notices' ) );
	add_filter( 'site_status_tests', array( $screens->site_health, 'filter_site_status_tests' ) );

	// The profile of a user.
	add_action( 'load-profile.php', array( $screens->profile, 'action_load' ) );
	add_action( 'load-user-edit.php', array( $screens->profile, 'action_load' ) );
	add_action( 'show_user_profile', array( $screens->profile, 'action_show_profile' ) );
	add_action( 'edit_user_profile', array( $screens->profile, 'action_show_profile' ) );
	add_action( 'admin_post_authgate_end_session', array( $screens->profile, 'action_end_session' ) );

	// The list of plugins: AuthGate asks before it leaves the JWT plugin unguarded.
	add_action( 'load-plugins.php', array( $screens->deactivation, 'action_load_plugins' ) );
	add_action( "after_plugin_row_$plugin", array( $screens->deactivation, 'action_after_plugin_row' ) );
	register_deactivation_hook( __FILE__, array( $screens->deactivation, 'deactivate' ) );
}

/**
 * Loads the translations that come with the plugin.
 */
function load_texts(): void {
	load_plugin_textdomain( 'authgate', false, dirname( plugin_basename( __FILE__ ) ) . '/languages' );
}
spl_autoload_register(
	static function ( string $type ): void {
		if ( 0 === strncmp( $type, __NAMESPACE__ . '\\', 9 ) ) {
			$path = explode( '\\', strtolower( str_replace( '_', '-', substr( $type, 9 ) ) ) );
			$name = array_pop( $path );
			$file = __DIR__ . '/inc/' . ( $path ? implode( '/', $path ) . '/' : '' ) . "class-$name.php";
			if ( is_file( $file ) ) {
				require $file;
			}
		}
	}
);

( static function (): void {
	$parts = new Parts();
	add_hooks( $parts );
	if ( is_admin() || ( defined( 'WP_CLI' ) && WP_CLI ) ) {
		$screens = new Admin\Screens( $parts, plugin_basename( __FILE__ ) );
		add_admin_hooks( $screens, plugin_basename( __FILE__ ) );
		if ( defined( 'WP_CLI' ) && WP_CLI ) {
			\WP_CLI::add_command( 'authgate key', $screens->cli );
		}
	}
} )();
