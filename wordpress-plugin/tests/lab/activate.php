<?php
/**
 * Run by run.php inside the new site: makes the network's second site and activates every plugin that lies in the
 * plugins folder, in a network for all of its sites.
 */

if ( is_multisite() && ! get_blog_id_from_url( $_SERVER['HTTP_HOST'], '/two/' ) ) {
	$two = wpmu_create_blog( $_SERVER['HTTP_HOST'], '/two/', 'Two', 1 );
	// WordPress takes the colon before the port out of the domain.
	$GLOBALS['wpdb']->update( $GLOBALS['wpdb']->blogs, array( 'domain' => $_SERVER['HTTP_HOST'] ), array( 'blog_id' => $two ) );
	clean_blog_cache( $two );
	update_blog_option( $two, 'siteurl', "http://$_SERVER[HTTP_HOST]/two" );
	update_blog_option( $two, 'home', "http://$_SERVER[HTTP_HOST]/two" );
	update_blog_option( $two, 'permalink_structure', get_option( 'permalink_structure' ) );
	delete_blog_option( $two, 'rewrite_rules' );
}
foreach ( array_keys( get_plugins() ) as $plugin ) {
	$error = 0 === strpos( $plugin, 'sqlite-' ) ? null : activate_plugin( $plugin, '', is_multisite() );
	if ( is_wp_error( $error ) ) {
		fwrite( STDERR, "$plugin: " . $error->get_error_message() . "\n" );
		exit( 1 );
	}
}
$active = is_multisite() ? array_keys( (array) get_site_option( 'active_sitewide_plugins' ) ) : (array) get_option( 'active_plugins' );
echo 'WordPress ' . get_bloginfo( 'version' ) . ', PHP ' . PHP_VERSION . ', plugins: ' . ( implode( ' ', $active ) ?: 'none' ) . "\n";
