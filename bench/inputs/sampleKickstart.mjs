/** A correct kickstart file of about three kilobytes, as a generator of installations writes it for one node. */
export function sampleKickstart(number) {
	return [
		'#version=RHEL9',
		'lang en_US.UTF-8',
		'keyboard us',
		'timezone Europe/Berlin --utc',
		'rootpw --lock',
		'url --url=http://mirror.example.net/rhel9',
		`network --bootproto=static --device=eth0 --ip=192.0.2.${(number % 250) + 1} --netmask=255.255.255.0 --gateway=192.0.2.254 --hostname=node${number}`,
		'zerombr',
		'clearpart --all --initlabel',
		'part /boot --size=1024',
		'part pv.01 --size=1 --grow',
		'volgroup vg0 pv.01',
		'logvol / --vgname=vg0 --name=root --size=8192',
		...Array.from({ length: 20 }, (_, volume) => `logvol /srv/v${volume} --vgname=vg0 --name=v${volume} --size=1024`),
		'user --name=admin --groups=wheel --lock',
		'reboot',
		'%packages',
		'@core',
		...Array.from({ length: 40 }, (_, index) => `package${index}`),
		'%end',
		'%post',
		...Array.from({ length: 40 }, (_, step) => `echo step ${step} >> /root/install.log`),
		'%end',
		'',
	].join('\n');
}
