/** A clean pair and the manifest that links it: what most tests of the shells start from. */
export const siteConfig = `{
  "category": "dynamic",
  "name": "siteDeploy",
  "label": "Site deployment",
  "type": "assoc_array",
  "optional": false,
  "content": [
    {
      "category": "dynamic", "common": false, "name": "server-settings", "optional": false, "type": "assoc_array",
      "template": [
        {
          "autoCreateInstance": true, "category": "dynamic", "common": false, "name": "server", "optional": false, "type": "assoc_array",
          "content": [
            {
              "category": "dynamic", "common": false, "name": "locale", "label": "Language", "description": "System language.",
              "optional": false, "type": "string", "choices": ["de_DE", "en_GB"], "value": "en_GB"
            }
          ]
        }
      ]
    },
    {
      "category": "dynamic", "common": true, "name": "common-ntpservers", "label": "Time servers", "optional": true, "type": "array",
      "minElements": 0, "maxElements": 3,
      "template": [
        { "autoCreateInstance": true, "category": "dynamic", "common": true, "name": "ntpserver", "label": "Time server",
          "optional": true, "type": "string", "regex": "^[A-Za-z0-9.-]{1,64}$" }
      ]
    },
    { "category": "static", "common": true, "name": "logpath", "optional": false, "type": "string", "value": "/var/log/site-post.log" }
  ]
}
`;

export const siteKickstart = `#version=RHEL9
#predefined.unattendSettings.preinstallConfig#
#predefined.unattendSettings.postinstallConfig#
text
lang #server-settings.server0.locale#.UTF-8
keyboard uk
network --bootproto=dhcp
timezone Etc/UTC --utc
rootpw --lock
user --name=ops --groups=wheel --lock
zerombr
clearpart --all --initlabel
autopart
reboot
%packages
@^minimal-environment
%end
%post
echo "server #common-ntpservers.ntpserver0# iburst" >> /etc/chrony.conf
echo "done" >> #logpath#
%end
`;

export const siteManifest = `{
  "links": [
    { "unattend": "*.cfg", "config": "site.xclarity.json", "os": "rhels", "osrelease": "9.4" }
  ]
}
`;

export const siteFiles = {
	'site.xclarity.json': siteConfig,
	'ks.cfg': siteKickstart,
	'xclarity.json': siteManifest,
} as const;
