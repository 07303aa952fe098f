
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('timeline', '0004_merges'),
    ]

    operations = [
        migrations.AddField(
            model_name='format',
            name='waits',
            field=models.BooleanField(default=False, editable=False, help_text='Entered at the desk: public once a published meeting names it.', verbose_name='waits'),
        ),
        migrations.AddField(
            model_name='issue',
            name='waits',
            field=models.BooleanField(default=False, editable=False, help_text='Entered at the desk: public once a published meeting names it.', verbose_name='waits'),
        ),
        migrations.AddField(
            model_name='office',
            name='waits',
            field=models.BooleanField(default=False, editable=False, help_text='Entered at the desk: public once a published meeting names it.', verbose_name='waits'),
        ),
        migrations.AddField(
            model_name='organisation',
            name='waits',
            field=models.BooleanField(default=False, editable=False, help_text='Entered at the desk: public once a published meeting names it.', verbose_name='waits'),
        ),
        migrations.AddField(
            model_name='participant',
            name='waits',
            field=models.BooleanField(default=False, editable=False, help_text='Entered at the desk: public once a published meeting names it.', verbose_name='waits'),
        ),
        migrations.AddField(
            model_name='place',
            name='waits',
            field=models.BooleanField(default=False, editable=False, help_text='Entered at the desk: public once a published meeting names it.', verbose_name='waits'),
        ),
        migrations.AddField(
            model_name='series',
            name='waits',
            field=models.BooleanField(default=False, editable=False, help_text='Entered at the desk: public once a published meeting names it.', verbose_name='waits'),
        ),
        migrations.AddField(
            model_name='source',
            name='waits',
            field=models.BooleanField(default=False, editable=False, help_text='Entered at the desk: public once a published meeting names it.', verbose_name='waits'),
        ),
    ]
